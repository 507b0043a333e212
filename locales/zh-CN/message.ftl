# 消息：在直达里的，和发到外面的。发到外面的别人也看得到，只说有消息，不说是什么事。

message-title = 消息
message-no-new = 没有新消息。
message-new = 有{ $count }条新消息。
message-none = 还没有消息。申请有了进展，就写在这一页。
message-is-new = 没看过
message-is-read = 看过了
message-all-read = 都标成看过
message-all-read-done = 都标成看过了
message-back = 回到消息
message-to-case = 看这件申请
message-to-draft = 接着填
message-link = 消息（没有新的）
message-link-new = 消息（{ $count }条新的）
message-on-case = 告诉过您的

message-received = 申请收到了
message-received-says = 现在不用做什么。办到下一步，我们再告诉您。
message-accepted = 申请收下了，开始办
message-accepted-says = 乡镇、街道看过了申请，收下了。要多少天，看申请那一页。
message-papers = 还差材料
message-papers-says = 请补材料。最晚{ $until }交。要补什么，写在申请那一页。
message-sent-back = 退回上一步，再看一遍
message-sent-back-says = 您现在不用做什么。会晚几天。
message-forwarded = 转给户口那里的办事处
message-forwarded-says = 您的户口在别的地方。由那里决定。转到哪里，看申请那一页。
message-decided = 决定出来了
message-decided-says = 决定书写好了。请打开申请，收下决定书。
message-objection = 有人提了意见，已经答复
message-objection-says = 名单贴出来以后，有人提了意见。办事处看过了。结果写在申请那一页。
message-award-begins = 钱开始发了
message-award-begins-says = 一个月多少，从哪个月起？都写在申请那一页。
message-award-ends = 发的钱有变动
message-award-ends-says = 以前定的钱，停了或者换了数。原因写在申请那一页。
message-reconsidered = 政府答复了
message-reconsidered-says = 您请政府再看一遍决定。政府有了答复。结果写在申请那一页。
message-mark = 您的评价有了答复
message-mark-says = 您说了哪里不满意。我们去查了。答复写在申请那一页。
message-draft = 没填完的申请快要删了
message-draft-says = 到{ $until }就删掉。想留着，请在那天以前打开它。改一改就行。

message-ways = 还用什么办法告诉您
message-ways-says = 消息总在这一页。也可以再用短信、电子邮件或者信告诉您。外面只说有消息，不说是什么事。
message-ways-none = 消息总在这一页。我们还不知道哪个号码是您的。所以不发短信，也不寄信。想要的话，请带身份证去乡镇、街道窗口说一声。
message-ways-of = 怎么告诉{ $name }
message-reach = 除了这一页，还怎么告诉{ $name }？
message-reach-hint = 一个都不选，就只在这一页告诉您。外面只说有消息，不说是什么事。换号码、地址，请去窗口。
message-reach-save = 就这样告诉我
message-reach-done = 记下了怎么告诉您
message-reach-nothing = 还没有核过的号码和地址
message-reach-nothing-says = 请带身份证去乡镇、街道窗口。窗口记下您的号码或者地址。然后就能在这一页选。
message-way-sms = 发短信
message-way-mail = 发电子邮件
message-way-post = 寄信
message-way-to = 到{ $to }
message-way-address = 窗口记下的地址

# 发到外面的。不提残疾，不提补贴，不提是哪件事。
message-outside-sms = 您在直达有一条新消息。请登录{ $site }看。不上网，可以打{ $number }。也可以去乡镇、街道窗口问。
message-outside-subject = 您在直达有一条新消息
message-outside-mail = 您好。您在直达有一条新消息。请登录{ $site }看。不上网，可以打{ $number }。也可以去乡镇、街道窗口问。
message-outside-to = { $name }收
message-outside-code = 直达连接码：{ $code }。登录直达，在“我的”里填。30天内有用，只能用一次。不要告诉别人。不是您要的，不用管。
message-outside-signed = 直达
