# 窗口上打印、让人签字的纸，和贴出去的名单：只有标准的写法。

# 窗口用的纸：已经知道的印好，其余的手写、签名。
record-signs = 签名

record-forwarding-title = 转办函
record-forwarding-to = { $office }：
record-forwarding-says = { $name }（公民身份号码{ $number }）{ $day }在我处申请{ $service }，编号{ $reference }。户籍在{ $place }，按规定由户籍地办理。
record-forwarding-asks = 现把申请转给贵单位，请按规定办理，把结果告诉申请人，并在下面的回执上盖章退回。
record-forwarding-form = 附：申请审批表
record-forwarding-paper = 附：{ $paper }
record-forwarding-receipt = 收件回执
record-forwarding-number = 回执编号
record-forwarding-office = 收件单位（盖章）
record-forwarding-officer = 收件人
record-forwarding-day = 收件日期

record-number = 文号
record-person = { $name }（公民身份号码{ $number }）
record-decision = { $service }审定决定书
record-agent = 代办人姓名，是申请人的什么人
record-phone = 联系电话
record-address = 住址
record-sign-person = 申请人签名、按指印或者盖章
record-sign-agent = 代办人签名
record-sign-officer = 经办人签名
record-sign-recorder = 记录人签名

record-service-title = 送达回证
record-service-table = 送达的情况
record-service-addressee = 受送达人
record-service-document = 送达文书
record-service-day = 送达日期、时间
record-service-place = 送达地点
record-service-way = 送达方式
record-service-relation = 别人代收的，是受送达人的什么人
record-service-refused = 拒收的，写明事由
record-service-remark = 备注
record-service-counts = 可以申请行政复议的日子，从收到的第二天算起。
record-service-sign-receiver = 收件人签名、按指印或者盖章
record-service-sign-server = 送达人签名
record-service-sign-witness = 见证人签名（留置送达的）

record-withdraw-title = 撤回申请书
record-withdraw-says = 本人{ $person }，{ $day }申请{ $service }，编号{ $reference }。现在自愿撤回这个申请。
record-withdraw-table = 撤回的情况
record-withdraw-why = 为什么撤回（可以不写）
record-withdraw-knows = 我知道：撤回以后这一件就办结了，不能恢复；以后可以重新申请，从重新申请的当月算起。

record-contest-title = 口头申请¦行政复议笔录
record-contest-table = 申请的情况
record-contest-person = 申请人
record-contest-against = 被申请人
record-contest-to = 复议机关
record-contest-decision = 不同意的决定
record-contest-decided = 决定的日期
record-contest-arrived = 收到决定书的日期
record-contest-wants = 申请人要求怎样
record-contest-why = 事实和理由（照原话记）
record-contest-read = 以上笔录念给申请人听过，申请人说没有错。
record-contest-basis = 依据：《中华人民共和国行政复议法》第二十二条。

posting-title = 残疾人两项补贴¦公示名单
posting-opening = { $place }下面这些人准备发给残疾人两项补贴，现在公示。
posting-caption = 正在公示的，共{ $count }项，先申请的在前
posting-number = 序号
posting-object = 有不同意见的，在公示的日子里都可以向{ $office }提出，电话{ $phone }，也可以在网上提。提意见的人是谁，不会告诉被公示的人。
posting-more = 名单太长，这里只有前面一部分。请按乡镇、街道打印。
