# 每一页都有的部分。标题里的“¦”是可以换行的地方。

frame-title = { $title } — 直达 · 湖南残疾人服务
frame-title-wrong = 错误：{ $title }
frame-skip = 跳到主要内容
# 别人不能知道的事：马上离开的办法
quiet-applying = 填写申请
quiet-sent = 申请交好了
quiet-case = 办到哪一步了
quiet-reading = 看一项服务
quiet-leave = 马上离开这一页
quiet-leave-says = 浏览器的历史记录里还看得到来过这里。要删的话，请到浏览器里删。
quiet-service = 一件申请

frame-display = 显示和语言
frame-display-why = 看着吃力？换个样子：
frame-large = 大字
frame-contrast = 高对比
frame-simple = 长辈版
frame-settings = 设置

frame-name = 直达
frame-field = 湖南残疾人服务
frame-where = 所在位置
frame-nav = 主要栏目
frame-home = 首页
frame-services = 全部服务
frame-check = 查一查
frame-cases = 我的办理
frame-help = 帮助

frame-offline = 不方便上网？一样能办
frame-phone = 打电话
frame-phone-says = 残疾人服务热线，工作人员帮您查、帮您填。
frame-call = 打{ $number }
frame-no-voice = 听不见、不方便说话，不用打电话
frame-window = 去窗口
frame-window-says = 任何一个乡镇、街道便民服务中心都收，不用回户籍地。
frame-window-more = 去窗口要带什么
frame-helper = 请人帮忙
frame-helper-says = 家人、村（社区）可以代办，也可以请工作人员上门。
frame-helper-more = 怎么请人帮忙
frame-about = 关于本站
frame-accessibility = 无障碍说明
frame-feedback = 哪里不好用，告诉我们
frame-privacy = 隐私
frame-complain = 意见和投诉

frame-staff = 工作人员
frame-desk = { $office } · { $name }
frame-queue = 待办
frame-search = 查人查件
frame-audit = 谁看过什么
frame-jobs = 失败的任务
frame-site-feedback = 网站意见
frame-sign-out = 退出
frame-public = 办事网站

frame-account = 我的
frame-sign-in = 登录

frame-near = 打电话、去窗口
frame-near-call = 打{ $number }，有人帮您
frame-near-window = 去窗口办
frame-near-office = { $office }在{ $address }，{ $hours }开门。

frame-ends-name = 登录快到时间
frame-ends = 还有{ $minutes }分钟，要重新登录一次
frame-ends-says = 已经存的都在，填到一半的也不会丢。想接着用，现在延长就行。
frame-ends-staff = 已经存的都在，填到一半的也不会丢。请在这之前把手上这一步存好。
frame-stay = 接着用
frame-stayed = 好了，可以接着用

frame-lost = 这一页刚才填的没有存上
frame-lost-says = 这台设备当时已经退出了，所以留不住。请再填一次，别的都在。
frame-guest = 没有登录，怎么再回来
frame-guest-code = 续办码：{ $code }
frame-guest-code-says = 填过的都存着。断了、换手机，或者过几天再来，用续办码接着填。
frame-guest-leave = 离开（不是自己的手机或电脑）
frame-guest-leave-says = 离开以后，这台设备上就看不到了。要再打开，用续办码。

frame-kiosk = 大厅里的机器
frame-kiosk-says = 这台机器大家轮流用。这一页开了{ $minutes }分钟，就会遮住。没办完，可以延长。
frame-kiosk-end = 办完了，全部清除
frame-kiosk-warns = 再过1分钟，这一页就会遮住
frame-kiosk-more = 没办完，再给我{ $minutes }分钟
frame-kiosk-over = 时间到了，这一页遮住了
frame-kiosk-anew = 清除，从头开始
