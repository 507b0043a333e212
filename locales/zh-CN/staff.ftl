# 工作人员登录、验证器、自己的账号。

staff-step = 工作人员登录，第{ $at }步，共{ $of }步
staff-sign-in-title = 工作人员¦登录
staff-name = 登录名
staff-forgot = 忘了密码，请本单位管理员当面重设。
staff-to-residents = 居民从这里登录
staff-other-name = 换个账号
staff-code-title = 请输入¦验证码
staff-code-lead = 6位数字，在您的验证器上。每30秒换一次，上一个也还能用。
staff-code = 验证码
staff-code-hint = 账号：{ $name }。可以粘贴，中间有空格也行。备用码也填在这里。
staff-code-wrong = 验证码不对，或者刚刚用过。请等下一个出来再填
staff-no-code = 没有验证器，或者看不到
staff-no-code-recovery = 用纸上的备用码，每个只能用一次。
staff-no-code-administrator = 请本单位管理员当面重设。

staff-set-up-title = 设置¦验证器
staff-set-up-lead = 第一次登录，要在手机或电脑上装一个验证器。任何支持TOTP的都行，不用手机号。
staff-set-up-copy = 把密钥放进验证器
staff-set-up-copy-says = 在验证器里选“手动输入”，照下面填；或者用相机扫图。
staff-set-up-name = 账号
staff-set-up-secret = 密钥
staff-set-up-kind = 类型
staff-set-up-kind-says = 基于时间，SHA-1，6位，30秒
staff-set-up-open = 在这台设备的验证器里打开
staff-set-up-picture = 上面的图和密钥是一回事，扫不了图不要紧。
staff-set-up-try = 填一次验证码
staff-set-up-code-hint = 验证器现在显示的6位数字
staff-set-up-act = 设好了，登录

staff-desk-title = 我的¦工作账号
staff-roles = 岗位
staff-role = { $place }：{ $role }
staff-role-township = 乡镇（街道）经办
staff-role-federation = 县残联审核
staff-role-civil-affairs = 县民政局审定
staff-role-supervisor = 负责人
staff-role-auditor = 审计
staff-role-administrator = 管理员
staff-not-signed-in = 登录名或者密码不对，请两样都看一看
staff-wait = 试错太多次了，为了安全请等{ $minutes }分钟再试
