# 我的办理，简明。

cases-open-other = 看没有用账号交的申请
cases-passed-on = 已转到户口那里
cases-on-hold-says = 先把残疾人证办好。办好了，我们就接着办。办事的时间从那天算起。申请的日子不变。
cases-kept-says = 选的是还领{ $other }。钱和现在一样。这一样也会有人看。会给书面答复。
cases-taken-says = 选的是改领这一样。批下来的那个月起，{ $other }就不发了。没批下来以前，照样领。
cases-granted-says = 每月{ $amount }。从{ $from }算起。
cases-provided-says = 工作人员会找您约时间。到时说好怎么给您。
cases-partly-says = 批准每月{ $amount }。从{ $from }算起。和您申请的不一样。信里写明了为什么。
cases-notice-says = 正在公示，到{ $day }。公示：贴出来给大家看。没有人提不同意见，就开始发钱。
cases-refused-says = 请看信。信里写明了为什么。写明了怎样就可以得到。写明了不同意怎么办。
cases-passed-on-says = 由{ $office }来定。在那里，编号是{ $number }。
cases-passed-on-says-only = 由{ $office }来定。那里的编号还没有来。
cases-urgent-papers = 材料没有齐，也先帮您。以后再补。
cases-urgent-until = 先办这一件。{ $moment }以前决定。
cases-urgent-soon = 先办这一件。尽快告诉您。
cases-todo-later = 不等材料，先帮您办。{ $day }前补上。
cases-todo-until = { $day }前交都可以。等您的这些天，不算时间。

cases-about = 编号{ $reference }，{ $person }。{ $day }交的。
cases-done-papers-says = 我们接着办。下面是新的日子。
cases-done-corrected-says = 原来的和新的都留着。工作人员都看得到。
cases-done-withdrawn-says = 这件事不办了。
cases-done-consents-says = 从现在起，按新的办。
cases-done-letter-forms-says = 以后的都按这个做。已经寄了的也能换。请打电话给办事的地方。
cases-done-objected-says = 看这件事的单位，已经看得到。看了以后告诉您。
cases-done-contested-says = 我们把它转给县（市、区）人民政府。他们收到以后，5个工作日以内定办不办。
cases-sealed = 决定书写好了。还差一步才能打开。
cases-sealed-says = 我们不让别人看到您的信。所以办事处要先见到交申请的人。带上身份证到办事处。地址在下面“现在谁在管”。当面打开这份申请，或者报编号。请工作人员记下来。就能在网上看、在网上收下。去不了，可以请办事处上门。也可以请他们把纸的决定书送来。
cases-sealed-code = 办事处给了您连接码？现在就可以填。连接码：窗口给您的一串字。
cases-objection-to = 您不同意？可以告诉{ $to }。
cases-contest-until = 您不同意？到{ $day }为止，可以申请行政复议。行政复议：请政府再看一遍决定。
cases-contest-over = 到{ $day }为止，可以申请行政复议。这个日子已经过了。
cases-clock-same = 星期六、星期日不算。节假日不算。工作人员看到的时间，和您的一样。
cases-way-sent = 交了申请
cases-way-accepted = 收下了，材料够了
cases-way-forwarded = 转到户口那里
cases-way-account = 窗口记下了收钱的账户
cases-way-contest-take-up = 决定办不办复议
cases-way-contest-reply = 把答复和证据交给他们
cases-way-contest-decide = 复议的结果出来
cases-objection-asked = 您{ $day }说了不同意。由{ $to }来看。
cases-way-objection-decide = 看您说的，再作决定
cases-reconsider-asked = 您{ $day }申请了行政复议。由{ $to }来办。
cases-reconsider-silent = 没有说不办，{ $since }起就算开始办了。法律是这样定的。
cases-reconsider-out-of-time = 复议的结果，{ $due }以前要出来。现在已经晚了。您可以再等等。也可以去人民法院起诉，到{ $until }为止。起诉：去法院告。打12348申请法律援助，不收钱。法律援助：免费请懂法律的人帮您。
cases-paper-shown = { $paper }：在{ $other }上看。不用另交。
cases-paper-window = { $paper }，说好带到窗口。还没有收到。

cases-asked = { $office }在{ $asked }请您补材料。{ $day }前交都可以。
cases-asked-later = 要补的都在这里。这件事等不及。先帮您办，不等材料。
cases-asked-clock = 要补的都在这里。补好就接着办。等您的这些天，不算时间。
cases-paper-send-more = 再传，或者删掉
cases-paper-neither = { $paper }：请传照片。或者勾选“带到窗口去”。

cases-correct-lead = 办事的地方现在看到的，是这些内容。哪一处不对，就改哪一处。
cases-correct-says = 改动会记下来。原来的也留着。决定以前，都可以改。
cases-correct-other = 有的在这里改不了。姓名、身份证号码、电话、地址、收钱的账户。要改，请打电话或去窗口。

cases-withdraw-lead = 撤回以后，这件事就不办了。也不会有决定书。
cases-withdraw-again = 以后可以再申请。钱从再申请的那个月算起。中间的月份补不回来。

cases-consents-lead = 随时可以改。改几次都行。不影响结果。
cases-consents-hint = 不再同意，就去掉勾。从现在起算。以前做了的，不变。一起申请的几件事，一起改。
cases-letter-forms-lead = 随时可以改。只改这一件事的。
cases-letter-forms-hint = 可以选几样。都不选，就用普通的纸。在网上，每份都有全部形式。

cases-objection-lead = 您不同意{ $office }的决定。可以请{ $to }看。
cases-objection-free = 不收钱。法律没有定最后一天。越早说越好。不方便写，可以打电话。也可以去作决定的单位。工作人员照您的话记下来。
cases-objection-how-says = 他们马上看得到。{ $days }天以内作决定。有两种结果。一种是原来的决定不变。一种是让作决定的单位改正。
cases-document-objection = 说不同意的结果
cases-done-objected = 收到了您说的不同意
cases-objection = 说了不同意
cases-objection-do = 交上去
cases-objection-go = 在网上说不同意
cases-objection-letter = 看结果的信
cases-objection-title = 说¦不同意
cases-receive-objects = 您不同意这个决定？可以说不同意。怎么说，写在决定书里。
cases-way-objected = 说了不同意
cases-contest-lead = 您不同意{ $office }的决定。可以请{ $to }再看一遍。这叫行政复议。
cases-contest-free = 不收钱。可以在这里申请。也可以写在纸上，或口头说。去县（市、区）人民政府的行政复议机构。也可以请人替您办。
cases-contest-how-says = 我们最晚5个工作日，转给县（市、区）人民政府。我们不会扣下。他们收到以后，5个工作日以内定办不办。没有说不办，就算开始办。开始办以后，一般60天以内出结果。最多再加30天。每一步，都写在这件事的网页上。已经批准的钱，照样发。对复议的结果还不同意？可以去法院。打12348申请法律援助，不收钱。法律援助：免费请懂法律的人帮您。
cases-contest-why-says = 用自己的话写就行。不用写法条。
cases-contest-why-late = 用自己的话写。写明是什么事耽误了。写明耽误到哪一天。
cases-contest-over-still = 有没办法的事耽误了？比如住院、遭灾。还可以申请。办不办，由{ $to }决定。没有这样的事，打12348问一问。问还有什么办法。不收钱。
cases-contest-do = 交复议申请

cases-receive-lead = 您的决定书写好了。按“收下并打开”，就是您同意在网上收它。今天就算收到了。
cases-receive-counts = 您不同意这个决定，可以申请行政复议。行政复议：请政府再看一遍决定。天数从明天算起。最后一天，写在决定书里。
cases-receive-forms = 打开以后，有大字的。有盲文的。还有录音，有文件。都在那一页。
cases-receive-paper = 想要纸的，先不要打开。打12385说一声。或者去乡镇、街道窗口说一声。他们给您。

cases-seen-lead = 谁看过您的申请，都记在这里。看完整的号码，也记。看您交的文件，也记。一天里先打开的那次，记一次。
cases-seen-why-says = 不是让看的人自己答。管监督的人去查。最晚{ $days }个工作日答复您。答复在网上看。问了，不影响办您的事。

cases-rate-says = 您评的是办事的地方。不影响您的事。办事的人看不到是谁评的。
cases-rate-waits = 我们去查。最晚{ $due }答复。答复写在这里。
cases-rate-late = { $due }就该答复您。现在晚了。对不起。请打12385催一催。
cases-rate-answered-called = { $called }打过电话。{ $day }的回访答复：
cases-rate-low-says = 不让办事的人自己查。管他们的人去查。{ $days }个工作日以内答复您。最晚{ $due }。答复在这件事的网页上。
cases-rate-over = 这个评价已经答复。不能再改了。答复在这件事的网页上。
cases-rate-call-says = 不打电话，也一样查。也一样答复。
