# 我的办理：到哪一步了，等什么，能做什么。

cases-title = 我的办理
cases-none = 还没有交过申请。
cases-drafts = 还有{ $count }份没填完的申请
cases-more-help = 看看还能得到什么帮助
cases-open-other = 用受理编号和续办码看别的申请
cases-number = 编号{ $reference }
cases-caption = { $service }，编号{ $reference }
cases-back = 回到这件事

cases-working = 正在办
cases-waits-for-you = 等您
cases-granted = 批准了
cases-partly = 批准了一部分
cases-refused = 这次不给
cases-withdrawn = 已撤回
cases-passed-on = 已转到户籍地
cases-on-hold-says = 残疾人证的事办好了，我们就接着办，期限从那天起算。申请的日子不变。
cases-kept-says = 您选了还领{ $other }，钱和现在一样。这一样会有人看，给您书面答复。
cases-granted-says = 每月{ $amount }，从{ $from }算起。
cases-partly-says = 批准每月{ $amount }，从{ $from }算起。和申请的不一样，信里写明了为什么。
cases-notice-says = 正在公示，到{ $day }。没有人提出异议，就开始发钱。
cases-refused-says = 信里写明了为什么、怎样就可以领、不服怎么办。
cases-withdrawn-says = 您撤回了申请。以后随时可以再申请。
cases-passed-on-says = 由{ $office }来定，那里的收件编号是{ $number }。
cases-todo = { $count ->
    [1] 请补一样材料
   *[other] 请补{ $count }样材料
}
cases-todo-until = { $day }前交都可以。等您的这些天不算时间。
cases-papers = 补材料

cases-case-title = { $service }，{ $state }
cases-about = 编号{ $reference }，{ $person }，{ $day }递交
cases-done-papers = 材料交到了
cases-done-papers-says = 我们接着办，下面是新的日子。
cases-done-corrected = 已经改好
cases-done-corrected-says = 原来的和新的都留着，工作人员都看得到。
cases-done-withdrawn = 已经撤回
cases-done-withdrawn-says = 这件事到此为止。
cases-done-contested = 已经收到您的复议申请
cases-done-contested-says = 我们转给县（市、区）人民政府。他们收到以后，5个工作日以内决定是不是受理。
cases-gives = 批准给您
cases-gives-from = 从哪个月算起
cases-why = 为什么这样定
cases-letter = 看决定书
cases-sealed = 决定书写好了，还差一步才能打开
cases-sealed-says = 为了不让别人看到您的信，办事处要先见到交申请的人。带上身份证到办事处（在下面“现在谁在管”），当面打开这份申请或者报编号，请工作人员记下来，就能在网上看、在网上签收。去不了，可以请办事处上门，也可以请他们把纸的决定书送来。
cases-sealed-code = 办事处已经给了您连接码的话，现在就可以填。
cases-sealed-link = 填连接码
cases-contest-until = 不同意的话，到{ $day }为止可以申请行政复议。
cases-contest-over = 申请行政复议的期限到{ $day }为止，已经过了。
cases-clock-same = 星期六、星期日和节假日不算。工作人员看到的是同一个时间。
cases-way = 走到哪一步了
cases-way-sent = 递交了申请
cases-way-counts = 从{ $from }开始算钱。
cases-way-accepted = 受理，材料齐全
cases-way-withdrawn = 撤回了申请
cases-way-forwarded = 转给户籍地
cases-way-paid = 第一次到账
cases-way-contested = 申请了行政复议
cases-way-contest-pass-on = 转交复议申请
cases-way-contest-take-up = 决定是不是受理
cases-way-contest-reply = 向复议机关提交答复和证据
cases-way-contest-decide = 作出复议决定
cases-reconsider = 行政复议
cases-reconsider-asked = 您{ $day }申请了行政复议，由{ $to }来办。
cases-reconsider-silent = 没有说不受理，{ $since }起按法律算已经受理。
cases-reconsider-out-of-time = 复议决定应该在{ $due }以前作出，已经晚了。您可以继续等，也可以到{ $until }为止去人民法院起诉。打12348申请法律援助，不收钱。
cases-reconsider-letter = 看复议结果告知书
cases-document-decision = 决定书
cases-document-reconsidered = 行政复议结果告知书
cases-document-missing = 一次性告知书
cases-document-receipt = 受理通知书
cases-document-forwarding = 转办函
cases-document-of = { $document }（{ $day }）
cases-document-form = 申请审批表
cases-stop = { $who }：{ $what }
cases-aside = 这件事的资料
cases-who-was = 有事问谁
cases-who = 现在谁在管
cases-officer = { $office }，{ $officer }
cases-phone = 电话
cases-phone-says = 报编号就行。
cases-address = 地址
cases-papers-given = 您交的材料
cases-paper-files = { $paper }，{ $count }个文件
cases-paper-seen = { $paper }，窗口收到了
cases-paper-window = { $paper }，说好带到窗口，还没有收到
cases-documents = 信和表
cases-siblings = 同一次申请的
cases-acts = 还可以
cases-correct = 改我填的内容
cases-withdraw = 撤回申请
cases-contest = 在网上申请行政复议

cases-papers-title = { $count ->
    [1] 请补¦这样材料
   *[other] 请补¦这{ $count }样材料
}
cases-asked = { $office }在{ $asked }请您补，{ $day }前交都可以。
cases-asked-why = { $office }说：
cases-asked-clock = 一次列全了，补齐就接着办。等您的这些天不算时间。
cases-paper-of-others = 别人传的一个文件
cases-paper-sent = 已经传来{ $count }个文件
cases-paper-send = 传照片或PDF
cases-paper-send-more = 再传或者移除
cases-paper-neither = { $paper }：请传照片，或者勾选“带到窗口去”
cases-send-paper = 请传{ $paper }
cases-hand-in = 都好了，交上去

cases-correct-title = 改我填的内容
cases-correct-lead = 这是办事的地方现在手上的内容。哪一处不对，就改哪一处。
cases-correct-says = 改动会留下记录，原来的也留着。决定以前都可以改。
cases-correct-other = 姓名、身份证号码、电话、地址、收钱的账户要改，请打电话或者去窗口。

cases-correct-not-asked = 没有问到
cases-correct-save = 改成这样
cases-correct-not = 不改了
cases-register = 政府的登记

cases-withdraw-title = 要撤回¦这份申请吗？
cases-withdraw-lead = 撤回以后，这件事就不办了，也不会有决定书。
cases-withdraw-again = 以后可以再申请，从再申请的那个月算起，中间的月份补不回来。
cases-withdraw-why = 为什么撤回
cases-withdraw-do = 撤回申请
cases-withdraw-not = 不撤回，接着办

cases-contest-title = 申请¦行政复议
cases-contest-lead = 您不同意{ $office }的决定，可以请{ $to }重新看一遍。
cases-contest-free = 不收钱。也可以书面或者口头申请，去县（市、区）人民政府的行政复议机构，或者请人代办。
cases-contest-how = 交了以后怎么办
cases-contest-how-says = 我们最晚5个工作日转给县（市、区）人民政府，不会扣下。他们收到以后5个工作日以内决定是不是受理，不说就算受理；受理以后一般60天以内作出复议决定，最多再延长30天。每一步都写在这件事的网页上。申请复议不影响已经批准的钱。对复议决定还不服，可以去法院。法律援助不收钱，打12348。
cases-contest-why = 您觉得哪里不对？
cases-contest-why-says = 用自己的话写就行，不用写法条。
cases-contest-why-late = 用自己的话写。再写明是什么事耽误了，到哪一天为止。
cases-contest-over-still = 有没办法的事耽误了，比如住院、遭灾，还可以申请。受不受理，由{ $to }决定。没有这样的事，打12348问一问还有什么办法，不收钱。
cases-contest-empty = 请写一写您觉得哪里不对
cases-contest-do = 提交复议申请

cases-receive-title = 收下¦审定决定书
cases-receive-lead = 您的审定决定书写好了。按“收下并打开”，就是您同意在网上收它，今天就算收到了。
cases-receive-counts = 您不同意这个决定，可以申请行政复议。可以申请的天数从明天算起，最后一天写在决定书里。
cases-receive-paper = 想要纸质的，先不要打开。打12385，或者到乡镇、街道窗口说一声，他们给您。
cases-receive-do = 收下并打开
cases-receive-not = 先不打开

cases-seen-link = 谁看过我的材料
cases-seen-title = 谁看过¦我的材料
cases-seen-lead = 工作人员打开您的申请、看完整的号码、看您交的文件，都记在这里。当天第一次打开记一次。
cases-seen-none = 还没有工作人员看过。
cases-seen-caption = 一共{ $count }次，最近的在前
cases-seen-when = 时间
cases-seen-office = 哪个单位
cases-seen-what = 看了什么
cases-seen-why = 为什么看
cases-seen-ask = 有疑问
cases-seen-office-gone = 单位已经改了
cases-seen-case = 打开了申请，号码是遮住的
cases-seen-document = 看了您交的文件
cases-seen-values = 看了完整的{ $values }
cases-seen-and = 、
cases-seen-no-reason = 没有另外写原因
cases-seen-more = 只列最近的{ $count }次。更早的，打12385问。
cases-seen-ask-why = 问为什么看
cases-seen-ask-of = （{ $office }，{ $when }）
cases-seen-asked = 您{ $day }问了。最晚{ $due }答复。
cases-seen-asked-late = 您{ $day }问了，{ $due }就该答复。请打12385催一催。
cases-seen-answered = { $day }答复：
cases-seen-done = 已经问了
cases-seen-done-says = 答复会写在下面那一行。
cases-seen-why-title = 问一问¦为什么看我的材料
cases-seen-why-lead = { $when }，{ $office }{ $what }。
cases-seen-why-says = 不是让看的人自己答。管监督的人去查，最晚{ $days }个工作日在网上答复您。问了，不影响办您的事。
cases-seen-words = 您想说的话
cases-seen-why-do = 问为什么
cases-seen-why-not = 不问了
