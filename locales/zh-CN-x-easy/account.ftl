# 账号，简明。

account-name-hint = 给自己起个名字。中文也行。2到30个字。用手机号也行。我们不发短信。
account-password-hint = 可以复制过来。可以让手机、电脑记住。
account-new-password-hint = 至少12个字母或数字。或者6个汉字。用一句只有您知道的话，最好记。可以复制过来。可以让手机、电脑记住。
account-no-tests = 不用刷脸。没有图形验证码。不发短信。
account-sign-in-lead = 登录以后，换手机、电脑也能接着办。
account-to-sign-up = 还没有账号？注册一个
account-to-recover = 忘了密码？找回账号
account-needed-says = 登录以后，就到您刚才要看的那一页。
account-ended-says = 时间久了，这台就退出了。也可能是您在别的设备上让它退出的。存好的都在。
account-ended-kept = 时间久了，这台就退出了。也可能是您在别的设备上让它退出的。您刚才填的还在。登录以后接着填。
account-lost-says = 这台设备已经退出了。那一页没有留住，要再填一次。前面存好的都在。
account-unknown-says = 您用账号办的？请登录。登录后，就到您刚才要看的那一页。

account-sign-up-lead = 账号就是您在这里的名字。有了账号，换手机、电脑也能接着办。也看得到办到哪一步。
account-to-sign-in = 已经有账号？登录
account-why-so-little-says = 账号只用来找回您自己填的东西。要看登记的情况和以前的决定？窗口先看您的身份证。再给您一个连接码。

account-made-says = 以后登录，用“{ $name }”。
account-codes-lead = 备用码：忘了密码时用的一串字。用一个备用码，就能找回账号。请抄下来，或者打印这一页。放在安全的地方。
account-codes-hint = 每个只能用一次。大写小写都行。中间的横线不填也行。里面没有0、1、I、L、O、U。所以不怕看错。
account-codes-left = 还有{ $count }个没有用过
account-new-codes-lead = 换了以后，以前那一套都不能用了。

account-recover-lead = 填一个备用码。填窗口给您的一次性码也行。然后换一个新密码。换好以后，别的设备都会退出。
account-code-hint = 12个字母和数字。大写小写都行。中间的横线不填也行。可以复制过来。
account-no-code-window = 带身份证去任何一个乡镇、街道窗口。工作人员看过身份证，给您一个一次性码。一次性码：只能用一次的一串字。
account-no-code-visit = 您出不了门？告诉村（社区）。他们告诉乡镇、街道。也可以打电话。

account-link-lead = 连上您自己。就能看到登记的情况。也能看到以前的申请和决定。帮家人办事，用“帮人办事”。
account-link-code-hint = 连接码：窗口给您的一串字。也可能印在信上。一共10个字母和数字。30天内能用，只能用一次。大写小写都行。中间的横线不填也行。
account-link-none-says = 带身份证和残疾人证。去任何一个乡镇、街道窗口。工作人员见到您要连的人，就给连接码。出不了门，工作人员上门。
account-link-not-needed = 没有连接码，也可以申请。只是要自己多填几样。

account-people-none = 还没有连上谁。没有连上，也可以申请。只是看不到登记的情况和以前的决定。
account-person-office = { $day }，{ $office }看过身份证
account-person-since = { $day }看过身份证
account-person-others = 还有{ $count }个账号连着这个人：{ $each }
account-people-end = 有不认识的账号？有不该再连着的？带身份证去户口那里的窗口。请他们断开。断开以后，那个账号马上看不到了。
account-and = 、
account-unlinked-office = { $day }，{ $office }断开过一个连接。
account-unlinked-since = { $day }，窗口断开过一个连接。
account-unlinked-says = 这个账号看不到那个人的信了。想问为什么？请找这个窗口。
account-one-time-office = { $day }，{ $office }给过一个一次性码。它能找回这个账号。
account-one-time-since = { $day }，窗口给过一个一次性码。它能找回这个账号。
account-one-time-says = 不是您要的？请马上换密码。再问一问这个窗口。
account-to-link = 用连接码连上自己
account-display-says = 字的大小、颜色、语言，都存在账号里
account-only-here = 只有这一台登录着。以后看到不认识的设备，就让它退出。再换一个密码。
account-browser-chrome = Chrome这一类浏览器

account-done-recovered = 账号找回来了。密码换好了。
account-done-others = 别的设备都退出了。要再用，就重新登录一次。
account-done-linked-says = 现在能看到登记的情况。以前的申请和决定，在“已经交的申请”里。

account-signed-out-lead = 存好的都在。下次登录接着办。这是别人的手机、电脑？请把窗口也关上。
account-left-lead = 这台设备上看不到您的事了。您填过的、交了的，我们都留着。
account-left-close = 这是别人的手机、电脑？请把窗口也关上。

account-name-long = 用户名最多{ $most }个字。现在有{ $count }个。
account-name-wrong-character = 用户名里不能有“{ $found }”。请用汉字、字母、数字。
account-name-hidden = 用户名里有看不见的字。可能是复制带进来的。请全部删掉，自己打一遍。
account-name-resident-id = 用户名请不要用身份证号。别人也可能知道它。
account-name-mobile-length = 手机号要11位数字。现在是{ $count }位。用户名不能全是数字。
account-name-not-mobile = 这不像手机号。手机号11位，13到19开头。用户名不能全是数字。
account-name-taken = 这个用户名有人用了。请换一个。比如后面加两个字。
account-too-many-today = 今天从这个网络开的账号太多了。请明天再来。不开账号，今天也能申请。
account-password-short = 密码还差{ $missing }个字母或数字。一个汉字算两个。
account-password-long = 密码最多200个字。现在有{ $count }个。
account-password-common = 这个密码，别人很容易猜到。请换一个。用一句只有您知道的话。
account-password-like-name = 密码和用户名太像。别人猜得到。请换一个。
account-password-wrong = 现在的密码不对。请再填一次。
account-not-signed-in = 用户名（手机号）不对，或者密码不对。两样都看一看。
account-not-recovered = 名字和码对不上。也可能这个码用过了，或过期了。
account-not-linked = 没有这个连接码。也可能已经用过，或过了30天。看看有没有填错。也可以请窗口再给一个。
account-code-wrong-character = 码里没有“{ $found }”。请对着纸再看一看。
account-wait = 试错太多次了。为了安全，请等{ $minutes }分钟再试。着急的话，用备用码找回账号。
