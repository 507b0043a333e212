# 决定书、通知书、表格和公示。

letter-translation = 这是译文，以中文文本为准。
letter-print = 要打印，用浏览器的“打印”，只印出正文。
letter-to = { $name }（公民身份号码{ $number }）：
letter-seal = （盖章）
letter-officer-says = 经办人员的话：
letter-ask = 有不明白的，打{ $phone }，报编号{ $reference }。

office-township = { $place }
office-county-federation = { $place }残疾人联合会
office-civil-affairs = { $place }民政局
office-government = { $place }人民政府

letter-decision-title = { $service }¦审定决定书
letter-opening = 您{ $day }申请{ $service }，编号{ $reference }。我们审定如下。
letter-opening-by = { $by }{ $day }替您申请{ $service }，编号{ $reference }。我们审定如下。
letter-grant = 给您{ $service }，每月{ $amount }，从{ $from }算起。
letter-partial = 给您{ $service }，每月{ $amount }，从{ $from }算起。这和您申请的不完全一样，下面写明为什么。
letter-refuse = 这次不给{ $service }。
letter-account-one-card = 打到您尾号{ $last }的一卡通。
letter-account-bank = 打到您尾号{ $last }的银行卡。
letter-account-none = 您还没有收钱的账户，请到乡镇、街道窗口办一个，钱会一起补上。
letter-first = 第一次最晚{ $day }到账，一直补到{ $until }，共{ $sum }。
letter-notice = 按规定公示到{ $day }，没有人提出异议就开始发。
letter-why = 为什么
letter-otherwise = 以后怎样可以领{ $service }
letter-otherwise-says = 有了这样的变化，随时可以再申请，从申请的当月算起。
letter-contest = 您不同意，怎么办
letter-contest-until = 您{ $received }收到这份决定书。从第二天起{ $days }日以内，也就是到{ $until }为止，可以向{ $to }申请行政复议。
letter-contest-within = 从您收到这份决定书的第二天起{ $days }日以内，可以向{ $to }申请行政复议。
letter-contest-how = 可以书面，可以口头，也可以在网上。不收钱。需要人帮忙，打12348申请法律援助，也不收钱。
letter-contest-basis = 依据：《中华人民共和国行政复议法》第十一条、第二十条、第二十二条。

letter-receipt-title = 受理¦通知书
letter-receipt-opening = 您{ $submitted }递交的{ $service }申请，编号{ $reference }，我们{ $accepted }受理了。批准以后，从递交的当月算起。
letter-receipt-papers = 收到的材料
letter-receipt-step = { $who }：{ $what }，{ $days }以内
letter-receipt-step-until = { $who }：{ $what }，最晚{ $until }

letter-missing-title = 一次性¦告知书
letter-missing-opening = 您{ $submitted }递交的{ $service }申请，编号{ $reference }，还差下面{ $count }样材料。
letter-missing-until = 请在{ $day }以前补齐。
letter-missing-how = 可以在网上传照片，可以带到任何一个乡镇、街道窗口，也可以请人带去。出门不便的，打电话请工作人员上门来取。
letter-missing-clock = 这是全部，以后不再要别的。等您的这些天不算在办理期限里，申请的日子不变。

letter-form-title = 残疾人两项补贴¦申请审批表
letter-form-person = 申请人
letter-form-name = 姓名
letter-form-number = 公民身份号码
letter-form-certificate = 残疾人证号
letter-form-county = 县（市、区）
letter-form-township = 乡镇、街道
letter-form-services = 申请的补贴
letter-form-agreed = { $who }{ $day }在网上读完并同意。
letter-form-opinions = 各级意见
letter-form-signed = { $officer }，{ $day }
letter-form-signature = 签名、盖章：
letter-form-date = 日期：

notices-title = { $place }¦补贴公示
notices-lead = 下面是准备发给的补贴。觉得哪一项不对，在公示的日子里都可以提。
notices-private = 姓名遮住了一个字。身份证号码、残疾情况都不公开，未满18岁的不公示。
notices-caption = 正在公示的，共{ $count }项，先到期的在前
notices-none = 现在没有正在公示的。
notices-person = 姓名
notices-township = 乡镇、街道
notices-service = 补贴
notices-monthly = 每月
notices-until = 公示到
notices-act = 有不同意见
notices-object = 提出异议
notices-back = 回到公示
notices-object-title = 对公示¦提出异议
notices-object-lead = 由县民政局来核实。您是谁不会告诉被公示的人。
notices-about = { $person }，{ $township }，{ $service }，公示到{ $until }
notices-why = 您觉得哪里不对？
notices-why-says = 写清楚是什么事、怎么知道的，方便我们去核实。
notices-why-wrong = 请写一写哪里不对，1000字以内
notices-contact = 怎么联系您
notices-contact-says = 留了，我们把结果告诉您；不留也会去核实。
notices-contact-wrong = 联系方式写得太长了，留一个电话就行
notices-send = 提交异议
notices-thanks = 您的意见¦收到了
notices-thanks-says = 县民政局会去核实，核实以前先不发钱。
notices-thanks-call = 还想补充，打{ $number }。
