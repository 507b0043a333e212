# 决定书、通知书、表格和公示，简明。
# 法律要求写明的都在：决定、理由、依据、怎样不同意、到哪一天。

letter-translation = 这是译文。以中文的为准。
letter-easy = 这是简明的写法。算数的是原文。把最上面的“简明”关掉，就是原文。
letter-form-whole = 带完整号码打印。要写理由，会记下来。
letter-print = 要打印，用浏览器的“打印”。只印出这一份。
letter-officer-says = 办事人员的话：
letter-ask = 有不明白的，打{ $phone }。报编号{ $reference }。

letter-formats-missing = 这里现在做不出：{ $which }。您要的话，打{ $phone }。办事的人给您准备。
letter-forms-usual = 形式：普通的纸。
letter-forms-are = 形式：{ $forms }。
letter-braille-says = 这是国家通用盲文。是机器翻的。有的字可能不对。以文字为准。发现不对，打{ $phone }。
letter-braille-begins = 这份盲文是机器翻的。有的字可能不对。以文字为准。
letter-cannot-glyph = 这里有一个字，我们的字体没有。
letter-cannot-cells = 这里有一个字，机器不认识。是姓名里的字吗？请到账户页写明怎么读。写好再来取。
letter-cannot-instead = 请用别的形式。也可以打{ $phone }。办事的人给您准备。
letter-cannot-failed = 做的时候出错了。我们已经记下来。

letter-opening = 您{ $day }申请了{ $service }。编号{ $reference }。下面是我们的决定。
letter-opening-by = { $by }{ $day }替您申请了{ $service }。编号{ $reference }。下面是我们的决定。
letter-entered = { $person }说，{ $officer }写下来。{ $officer }在{ $office }工作。
letter-form-entered = 替您写的人
letter-form-entered-by = 谁写的
letter-grant = 给您{ $service }。每月{ $amount }。从{ $from }算起。
letter-provide-next = 工作人员会找您约时间。到时说好怎么给您。
letter-partial = 给您{ $service }。每月{ $amount }。从{ $from }算起。这和您申请的不完全一样。下面写明为什么。
letter-account-none = 您还没有收钱的账户。请带身份证。再带一卡通，或银行卡。到乡镇、街道窗口登记。登记以后，钱一起补上。从开始给的那个月补起。
letter-account-one-card = 打到您的一卡通。卡号最后几位是{ $last }。
letter-account-bank = 打到您的银行卡。卡号最后几位是{ $last }。
letter-first = 第一次的钱，最晚{ $day }到账。一直补到{ $until }。一共{ $sum }。
letter-first-after-notice = 公示没有人提不同意见，就发钱。第一次的钱，最晚{ $day }到账。一直补到{ $until }。一共{ $sum }。
letter-notice = 按规定公示到{ $day }。公示：贴出来给大家看。没有人提不同意见，就开始发。
letter-found = 我们查到
letter-signer = 办事的人：{ $author }
letter-signers = 办事的人：{ $author }。第二个签字的人：{ $second }。
letter-otherwise-says = 有了这样的变化，随时可以再申请。从申请的那个月算起。
letter-otherwise-open = 有了这样的变化，随时可以再申请。从申请的那个月算起。有的情况还没有查过。到时候一起查。
letter-contest = 您不同意怎么办
letter-contest-until = 您{ $received }收到这份决定书。到{ $until }为止，都可以申请行政复议。
letter-contest-within = 您可以向{ $to }申请行政复议。行政复议：请政府再看一遍决定。收到这份决定书的第二天，开始算。{ $days }日以内都可以申请。
letter-contest-how = 可以写在纸上。可以口头说。也可以在网上。不收钱。要人帮忙，打12348申请法律援助。法律援助：免费请懂法律的人帮您。
letter-contest-court = 也可以不申请复议，直接去法院告。这叫行政诉讼。从知道这个决定那天起，6个月以内。去作决定的单位那里的人民法院。
letter-contest-basis = 依据：《中华人民共和国行政复议法》第十一条、第二十条、第二十二条。《中华人民共和国行政诉讼法》第十八条、第四十六条。

letter-reconsidered-opening = 您不同意我们对{ $service }的决定。那份决定的编号是{ $reference }。您{ $day }申请了行政复议。行政复议：请政府再看一遍决定。下面是{ $by }的结果。
letter-reconsidered-annulled = 撤销：原来的决定不算数了。要再作一次决定。
letter-reconsidered-ordered = 责令履行：到日子以前，要再作一次决定。
letter-reconsidered-unlawful = 确认违法：原来的决定不对。但是还算数。
letter-reconsidered-settled = 调解：双方说好了。按调解书办。
letter-reconsidered-dismissed = 驳回：没有支持您的申请。原来的决定不变。
letter-reconsidered-not-taken-up = 不予受理：没有复议。原来的决定不变。
letter-reconsidered-ended = 终止：复议到这里就停了。原来的决定不变。
letter-reconsidered-pays = 给您每月{ $amount }。从{ $from }算起。
letter-reconsidered-first = 最晚{ $day }到账。一直补到{ $until }。一共{ $sum }。已经发过的月份，只补差的钱。
letter-reconsidered-again-until = 由别的人再作一次决定。最晚{ $until }。批准的话，还是从{ $from }算起。一个月也不少。
letter-reconsidered-again = 由别的人再作一次决定。批准的话，还是从{ $from }算起。一个月也不少。
letter-reconsidered-meanwhile = 新的决定还没有出来，每月{ $amount }照发。以后批准得多，补上差的钱。
letter-reconsidered-decided-again = 别的人已经再作了决定。请看新的决定书。
letter-reconsidered-stands = 原来的决定书上写的，不变。
letter-reconsidered-then = 还不同意怎么办
letter-reconsidered-ask-again = 把缺的补上。到{ $until }为止，可以再申请一次行政复议。
letter-reconsidered-court-until = 您{ $received }收到人民政府的文书。从第二天开始算，{ $days }日以内。到{ $until }为止，可以去人民法院起诉。起诉：去法院告。
letter-reconsidered-court = 您可以去人民法院起诉。起诉：去法院告。收到人民政府文书的第二天，开始算。{ $days }日以内都可以。
letter-reconsidered-which-court = 去哪个法院，看文书的最后。不会写状子，可以口头说。状子：去法院告的时候交的纸。要人帮忙，打12348申请法律援助。法律援助：免费请懂法律的人帮您。
letter-reconsidered-basis = 依据：《中华人民共和国行政复议法》第十条、第三十四条。《中华人民共和国行政诉讼法》第四十五条、第五十条。
letter-reconsidered-no-court = 不用再做什么。撤回不是您自己的意思？同意调解不是您自己的意思？打12348，有人帮您。
letter-reconsidered-stands-for-nothing = 这份告知书只告诉您结果。算数的是人民政府的文书。

letter-receipt-opening = 您{ $submitted }交了{ $service }的申请。编号{ $reference }。我们{ $accepted }受理了。受理：收下来，开始办。批准以后，从交申请的那个月算起。

letter-missing-opening = 您{ $submitted }交了{ $service }的申请。编号{ $reference }。还差下面{ $count }样材料。
letter-missing-until = 请在{ $day }以前补好。
letter-missing-how = 可以在网上传照片。可以带到任何一个乡镇、街道窗口。可以请人带去。出不了门，打电话请工作人员上门来取。
letter-missing-later = 这是全部。以后不再要别的。这件事等不及。先帮您办，不等材料。申请的日子不变。
letter-missing-clock = 这是全部。以后不再要别的。等您的这些天，不算办事的时间。申请的日子不变。
letter-missing-clock-again = 上一次告知书以后，还缺这些。给您添麻烦了。等您的这些天，不算办事的时间。申请的日子不变。

letter-form-hukou-address = 户口的地址（省外）
letter-form-helper = 替他办的人
letter-form-disability = 残疾种类、等级
letter-form-facts-on = 情况（{ $day }交申请时填的）
letter-form-pays-says = 每月{ $amount }，从{ $from }算起
letter-form-agreed = { $who }{ $day }在网上读完，同意了。
letter-opinion-meets = 够条件
letter-opinion-fails = 不够条件
letter-opinion-doubtful = 还要再查
letter-result-grant = 同意给
letter-result-partial = 同意给一部分
letter-result-refuse = 不同意给

notices-lead = 下面是准备发的补贴。公示：贴出来给大家看。觉得哪一项不对，公示的日子里都可以提。
notices-private = 姓名没有写全。身份证号码、残疾情况都不公开。不到18岁的，不公示。
notices-caption = 正在公示的，这一页{ $count }项。先申请的在前。
notices-object = 说不同意见
notices-object-title = 对公示¦有不同意见
notices-object-lead = 由作决定的单位来查。您是谁，不告诉被公示的人。
notices-about = { $person }，{ $township }。{ $service }，公示到{ $until }。
notices-why-says = 写清楚是什么事。写清楚怎么知道的。我们好去查。
notices-why-wrong = 请写一写哪里不对。1000字以内。
notices-no-more-today = 今天从这个网络提的意见太多了。请明天再来。着急就打电话，或去窗口说。
notices-contact-says = 留了，我们把结果告诉您。不留，也会去查。
notices-contact-wrong = 联系方式写得太长了。留一个电话就行。
notices-send = 交上去
notices-thanks-says = 作决定的单位会去查。查清以前，先不发钱。
notices-thanks-call = 还想说什么，打{ $number }。

authority-how = 委托书：写明请谁替自己办事的纸。名字和号码已经替您填好。请打印出来。委托的人签名，或按手印。再拍照传上来。也可以带到窗口。没有打印机，照着抄一张也行。
authority-translation = 译文：只供看懂。不用打印。
authority-principal = 委托人（领补贴的人）
authority-agent = 受托人（替他办的人）
authority-matter = 我委托上面写的受托人，替我申请：
authority-scope = 受托人可以替我填申请表。可以交材料、补材料。可以问进度。可以收通知和决定书。
authority-not = 只管这一次申请。不能替我领补贴的钱。不能替我改收钱的账户。
authority-until = 从签名那天起，到这次申请办完为止。我可以随时收回委托。告诉收申请的乡镇、街道就行。
authority-sign-witnesses = 委托人不会写字，按了手印。两位见证人签名。
