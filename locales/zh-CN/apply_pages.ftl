# 申请里不是一问一答的页面：交材料、挑一份、同意、检查、承诺、交完以后。

step-back = 上一页
step-leave = 先停在这里，以后接着填
step-progress = 第{ $at }步，共{ $of }步：{ $name }

answer-nothing = 没有填
answer-change = 更改
answer-dispute = 这不对
answer-source = 来自{ $register }，{ $day }查得

answers-title = 交之前，¦请再看一遍
answers-for = 给{ $person }申请的
answers-missing = 还差{ $count }处没有填，填好才能交
answers-already = { $count ->
    [1] 已经有一件正在办
   *[other] 已经有{ $count }件正在办
}
answers-already-case = { $service }，编号{ $reference }
answers-already-says = 同一件事，交两份也只办一份。想看进度、改内容、补材料，就在那一件里办。
answers-already-discard = 那就不交这一份了
answers-already-which = 还要再交一份吗？
answers-already-again = 我知道已经有一件在办，还是要交这一份
answers-already-not-meant = 已经有一件正在办。还是要交的，请打勾
answers-next = 交了以后
answers-likely = 按这些回答，很可能批准。每月{ $amount }，从{ $from }算起。
answers-other-kept = 还领原来那一样
answers-other-kept-says = 选的是还领{ $other }。这一样也会有人看，给书面答复。
answers-passed-on = 我们收下以后转给{ $place }，由那里来定。
answers-passed-on-home = 我们收下以后转给户籍地，由那里来定。
answers-unlikely = 您照样可以交，由工作人员来看。不给也会写明为什么、不服怎么办。
answers-open = 有的地方还不清楚，工作人员会去核对，要补什么一次告诉您。
answers-leave-out = 这次不申请{ $service }
answers-then = 下一步是一份承诺书，读完再交。
answers-go-on = 都对，下一步

overlap-title = { $service }和在领的那份钱¦只能领一样
overlap-which = 想领哪一样？
overlap-take-this = 改领{ $name }，每月{ $amount }
overlap-take-this-says = 批下来的那个月起，原来那一样就不发了。没批下来以前，原来的照样领。
overlap-not-apply = 还领{ $name }，每月{ $amount }，这一样不申请了
overlap-not-apply-says = 和现在一样，什么都不用办、不用交。以后想换，再来申请就行。
overlap-keep-other = 还领{ $name }，这一样也交上去
overlap-keep-other-says = 钱和现在一样。会有人看，给您书面答复。
left-out = 这次没有申请{ $service }
left-out-says = 选的是还领{ $other }，所以没有申请{ $service }。以后想换，可以再申请。
left-out-change = 现在改申请什么
overlap-not-chosen = 请选一样

upload-place = 材料{ $at }，共{ $of }样
upload-sent = 已经传来的
upload-received = 收到了
upload-received-at = { $at }收到，{ $size }
upload-again = 请再传一次
upload-remove = 移除
upload-look = 看看传的这张
upload-megabytes = { $size } MB
upload-kilobytes = { $size } KB
upload-first = 传照片或PDF
upload-more = 再传一张
upload-hint = 用手机拍就行，要看得清字。JPEG、PNG照片或PDF，每个不超过{ $largest } MB。
upload-upload = 上传
upload-how = 这样材料怎么交？
upload-online = 在网上传
upload-bring = 带到窗口去
upload-bring-says = 任何一个乡镇、街道窗口都收，也可以请人带去。先往下填，不耽误。
upload-shown = { $paper }上看得出来，不用另交
upload-shown-says = 比如孩子和您在同一本户口簿上。看不出来的，工作人员会再问您要。
upload-confirm = 他自己来确认，不用交这份纸
upload-confirm-says = 交了申请，会给您一个码。也可以去窗口，或者打电话问他。
upload-no-camera = 我拍不了照片
upload-no-camera-says = 选“带到窗口去”，材料以后再交，申请的日子照样从今天算。
upload-no-camera-fetch = 腿脚不便的，请工作人员上门来取。
upload-not-chosen = 请选怎么交这样材料
upload-no-file = 还没有传来文件。请传一张，或者选“带到窗口去”
upload-and-else = 已经传来了文件，这样材料就算交了，请选“在网上传”。不想在网上交的，先移除上面的文件，再选别的
upload-none = 请先选一张照片或一个PDF，再按“上传”
upload-empty = 这个文件是空的，请重新拍一张
upload-too-large = 这个文件超过{ $largest } MB，请拍小一点再传
upload-kind = 这不是照片也不是PDF。请用手机拍一张，或者带到窗口去
upload-kind-phone-photo = 这是HEIC照片，我们打不开。苹果手机：到“设置”“相机”“格式”，选“兼容性最佳”，再拍一张。安卓手机：在相机设置里关掉“HEIF”或者“高效”照片，再拍一张。不会弄，就带到窗口去
upload-kind-picture = 这种图片我们打不开，只收JPEG和PNG照片。请用手机对着纸重新拍一张，或者带到窗口去
upload-kind-word = 这是Word文档，我们打不开。请用手机拍下这张纸，或者把文档另存为PDF再传，也可以带到窗口去
upload-kind-film = 这是录像，我们只收照片。请把手机相机换到“拍照”，再拍一张，或者带到窗口去
upload-broken = 这个文件打不开，可能没有传完整，请重新传一次
upload-cut = 这张照片不完整，后面一截没有了。请在手机上打开看看：全的就再传一次，不全的就重新拍一张
upload-too-many = 已经有{ $most }个文件了，先移除不要的再传
upload-too-much = 这份申请的文件加起来太大了。请移除不要的，其余的带到窗口去
upload-too-much-today = 今天从这个网络传来的太多了。请明天再传，或者选“带到窗口去”。您填过的都还在

consent-title = 填的资料¦怎么用
consent-lead = 先说清楚我们怎么用，再问几件可以不同意的事。
consent-use = 办这件事一定要用到的
consent-use-check = 核对残疾人证、{ $aid ->
    [yes] 低保、
   *[no] {""}
 }户口和收钱的账户，只为办这次申请。
consent-use-who = 看得到的只有{ $offices ->
    [township] 乡镇（街道）
    [federation] 乡镇（街道）、残联
    [civil_affairs] 乡镇（街道）、民政局
   *[all] 乡镇（街道）、残联、民政局
 }里办这件事的人，谁看过都有记录。
consent-use-kept = 没交的申请留90天；办完的，按档案的规定留着。
consent-use-notice = 批准以后要在村（社区）公示，只写姓氏和补贴名称。未满18岁的不公示。
consent-rights = 您有哪些权利
consent-rights-says = 您可以随时来看、来抄、来改自己的资料，也可以问是谁看过。依据是个人信息保护法第四十四条到第四十七条。
consent-for-child = { $child }未满14岁，要监护人同意
consent-child = 我是监护人，同意为办这次申请使用孩子的资料
consent-child-says = 不同意的话，网上办不了，可以带孩子的户口簿去窗口问。
consent-optional = 下面几件，同意就打勾
consent-optional-says = 不打勾也照样办，结果一样。以后改了主意，在“我的办理”里改，打电话、去窗口说一声也行。
consent-messages = 发短信告诉我进度
consent-messages-says = 发到残联登记的手机号，或者窗口核对过的手机号。不写办什么事，也不写残疾的内容。
consent-village = 让村（社区）专职委员知道残疾人的姓名和电话
consent-village-says = 需要上门帮忙、取材料的时候，由专职委员来联系。
consent-other-help = 用这次的回答看看还能得到什么帮助
consent-other-help-says = 只由残联和民政来看，有合适的就告诉您，办不办由您定。

declare-title = 承诺书
declare-lead = 交出申请，就是说：
declare-true = 我填的都是真的。
declare-true-guardian = 我是{ $person }的监护人，替{ $person }填的都是真的。
declare-true-helper = { $person }同意由我代办这一次，我填的都是真的。
declare-check = 我同意{ $offices ->
    [township] 乡镇（街道）
    [federation] 乡镇（街道）、残联
    [civil_affairs] 乡镇（街道）、民政局
   *[all] 乡镇（街道）、残联、民政局
 }为办这次申请核对证件、{ $aid ->
    [yes] 低保、
   *[no] {""}
 }户口和账户。
declare-changes = 以后户口、{ $aid ->
    [yes] 低保、
   *[no] {""}
 }残疾等级有变化，会告诉办事的地方。
declare-false = 填错了可以改，决定以前也可以撤回。故意说假话，得到的要退回。
declare-they-see = 这次申请，{ $person }自己也看得到。
declare-agreement = 读完以后
declare-agree = 我听懂、看懂了，同意
declare-submit = 提交申请
declare-once = 按一次就行。网慢的时候多按几次，也只算一份。
declare-no-signature = 不能签字的，可以到窗口按手印，或者由两名工作人员作记录。
declare-not-agreed = 请先读承诺书，同意就打勾
consent-child-needed = 要监护人打勾同意，才能在网上办

sent-title = 申请¦已经收到
sent-reference = 受理编号，问进度时用
sent-what = 申请
sent-of = { $person }，申请{ $count }项，{ $day }递交
sent-counts = 从{ $from }算起。
sent-kept = 选的是还领原来那一样，钱和现在一样。
sent-counts-monthly = 从{ $from }算起。如果{ $count ->
    [1] 批准
   *[other] 都批准
}，每月一共{ $amount }。
sent-code = 请记下续办码：{ $code }
sent-code-says = 您没有用账号。以后看进度、补材料，要用受理编号、续办码和出生日期。抄下来，或者打印这一页。
sent-bring = { $count ->
    [1] 请把这样材料带到窗口
   *[other] 请把这{ $count }样材料带到窗口
}
sent-bring-says = 任何一个乡镇、街道窗口都收，报受理编号就行。
sent-hold = { $service }：先办好残疾人证
sent-hold-says = 申请已经收下，日子不变。证办好了就接着办，办事的期限从那天起算。
sent-cases = 每一项的编号
sent-next = 接下来
sent-latest = 最晚{ $day }
sent-stop = { $who }：{ $what }
sent-provisional = 明年的节假日还没有公布，日子可能差一两天。
sent-silence = 日子到了还没有消息，打{ $number }报受理编号。材料不够，我们一次说清楚。
sent-keep = 留一份
sent-keep-says = 这一页可以打印，也可以收藏，以后再来看还在。
sent-keep-code-says = 这一页可以打印。以后再来，用受理编号和续办码看。
sent-progress = 看进度
sent-print = 打印申请表

changed-title = 您看的时候，¦这份申请改过了
changed-lead = 可能是您在另一个窗口改的，或者家里人改的。这次还没有交。
changed-caption = 改过的地方
changed-what = 哪一处
changed-before = 您刚才看到的
changed-now = 现在的
changed-says = 请看一遍现在的内容，都对再交。
changed-look = 看现在的内容

renewed-title = 您填的时候，¦办法改过了
renewed-lead = 您填过的都在，没有丢。接下来只问新加的和改过的。
renewed-amounts = 钱数改了：
renewed-amount = { $service }：您填的时候每月{ $then }，现在每月{ $now }
renewed-amount-new = { $service }：您填的时候领不到，现在可能领到，每月{ $now }
renewed-amount-gone = { $service }：您填的时候能得到，现在可能得不到了。还是可以申请
renewed-questions = 改过的题，请再答一次。原来的回答还填着：
renewed-consents = 请您同意的几件事，说法改了。请再看一遍，再选一次。
renewed-asked = 新问的：
renewed-gone = 不再问的：
renewed-papers = 新要的材料：
renewed-papers-gone = 不再要的材料：
renewed-rules = 条件、钱数、办的步骤有改的，都按新的算。交之前那一页会再说一遍结果。
renewed-go-on = 知道了，接着填

drafts-title = 没填完的申请
drafts-lead = 填到哪里就存到哪里，随时接着填。
drafts-none = 现在没有填到一半的申请。
drafts-saved = 上次存在{ $at }
drafts-kept = 留到{ $day }
drafts-unnamed = 申请
drafts-two = { $one }和{ $other }
drafts-many = { $one }等{ $count }项
drafts-left = 有一份从{ $at }起在别的手机或电脑上接着填，这里不显示了。要在这里填，用续办码打开。
drafts-go-on = 接着填
drafts-discard = 不要了
drafts-start = 新申请一项
drafts-resume = 用续办码打开别的申请
drafts-discard-title = 不要这份申请了吗？
drafts-discard-says = 填的和传的都会删掉，找不回来。已经交了的申请不受影响。
drafts-discard-do = 删掉这份申请
drafts-discard-not = 先留着

stopped-title = 都存好了，¦以后接着填
stopped-lead = 留到{ $day }。在那以前交，从交的那个月算起。
stopped-code = 请记下续办码：{ $code }
stopped-code-says = 换一台手机、电脑，或者过几天再来，用续办码和出生日期接着填。别把它给不放心的人。
stopped-code-alone-says = 换一台手机、电脑，或者过几天再来，用续办码接着填。还没有填身份证号码，所以不用出生日期。别把它给不放心的人。
stopped-code-where = 在哪里填续办码
stopped-account = 用您的账号登录，在“没填完的申请”里接着填。换手机、电脑也一样。
stopped-go-on = 现在接着填

moved-title = 这份申请¦在别的地方接着填了
moved-lead = { $at }，有人用续办码在别的手机或电脑上打开了它。
moved-says = 填过的都在，没有丢。要换回来在这里填，请输入续办码。还没有交的时候，可以来回换。
moved-kept = 您刚才在这一页填的也替您留着，换回来以后会告诉您在哪里看。
kept-elsewhere = 您以前在这里填、还没有存上的，都还留着
kept-elsewhere-says = 点开看一看，再定用哪一样：
kept-here = 这一页下面是您以前在这里填的，还没有存上
kept-here-alone = 要用，就按“继续”。
kept-saved = 现在存着的是：
kept-here-says = 要用下面填的，就按“继续”。要留着现在存的，就照它改好，再按“继续”。
moved-go-on = 用续办码在这里接着填
moved-stranger = 打开它的不是您和家里人？请换回来，看一遍填的对不对，再把续办码收好。没有续办码了，带身份证去任何一个乡镇、街道窗口。

resume-title = 用续办码¦接着填
resume-lead = 换一台手机、电脑，填过的都在。
resume-case-title = 看我的申请¦到哪一步了
resume-case-lead = 没有账号也能看，用受理编号、续办码和出生日期。
resume-sign-in = 有账号的，登录以后看
resume-reference = 受理编号
resume-reference-says = 以ZD开头，中间有空格也可以
resume-code = 续办码
resume-code-says = 写在每一页的最下面，停下来或者交完的时候也给您看过。大写小写都行
resume-birth = 申请人的出生日期
resume-birth-says = 填申请人的，不是替他填的人的
resume-birth-draft-says = 填申请人的，不是替他填的人的。停下的时候还没有填身份证号码的，这里空着。
resume-open = 打开
resume-lost = 续办码丢了，带身份证去任何一个乡镇、街道窗口，或者请窗口打电话给您。
resume-not-found = 没有找到。请看看有没有填错
resume-birth-needed = 没有找到。续办码没有抄错的话，请再填出生日期
resume-too-often = 今天试得太多了，明天再来，或者去窗口办

by-code-draft = 没有用账号的，用续办码
by-code-draft-says = 填过的都在。续办码写在每一页的最下面，“先停在这里”那一页也有。
by-code-draft-go = 用续办码接着填
by-code-case = 没有用账号的，用受理编号和续办码
by-code-case-says = 交完的时候给您看过，还要填出生日期。
by-code-case-go = 用受理编号和续办码看
open-reference-empty = 请填受理编号
open-reference-form = 受理编号以ZD开头，一共11位，请对一对
open-reference-mistyped = 受理编号里有一位不对，请对一对

# 一项一项加的问题
answer-named = { $name }：
list-number = 第几项
list-entry = 第{ $number }项
list-entry-of = { $list }，第{ $number }项
list-count = 共{ $count }项
list-empty = 没有
list-none = 一项也没有。
list-acts = 更改或删除
list-remove = 删除
list-full = 最多{ $most }项，已经加满了。
list-done = 都加好了，继续
list-entry-save = 保存这一项
list-entry-not = 不保存，回到上一页
list-remove-title = 要删除¦这一项吗？
list-remove-do = 删除
list-remove-not = 不删除，回到上一页
list-problem = { $name }：{ $problem }
problem-list-too-short = 请至少加{ $least }项
problem-list-too-long = 最多{ $most }项。请先删掉几项。
problem-entry-open = 第{ $number }项还没有填全。请更改这一项。
problem-text-and-unknown = 填了字，又选了“我不清楚”。请留下对的那一个。
