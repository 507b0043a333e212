# 每一页都有的部分，简明。

frame-offline = 不会上网？一样能办
frame-phone-says = 这是残疾人服务热线。工作人员帮您查、帮您填。
frame-no-voice = 听不见、说不了话，不用打电话
frame-window-says = 任何一个乡镇、街道便民服务中心都收。不用回户口那里。
frame-helper-says = 家人可以替您办。村（社区）可以替您办。也可以请工作人员来家里。
frame-ends = 还有{ $minutes }分钟，要再登录一次
frame-ends-says = 存好的都在。填到一半的也不会丢。还想用，现在就延长。
frame-lost = 这一页刚才填的，没有存上
frame-lost-says = 这台设备当时已经退出了。所以没有存上。请再填一次。别的都在。
frame-guest-code-says = 续办码：让您接着填的一串字。填过的都存着。断了、换手机了，都不怕。过几天再来也行。用续办码接着填。
frame-guest-leave = 离开（用的是别人的手机、电脑）
frame-guest-leave-says = 离开以后，这台设备上就看不到了。要再打开，用续办码。
frame-near-office = { $office }在{ $address }。{ $hours }开门。
