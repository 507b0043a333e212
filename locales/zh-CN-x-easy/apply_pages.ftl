# 申请里交材料、同意、检查、承诺、交完以后的页面，简明。

answer-source = 从{ $register }查到的，{ $day }

answers-missing = 还差{ $count }处没有填。填好才能交。
answers-already-says = 同一件事，交两份也只办一份。想看进度，就看那一件。改内容、补材料，也在那一件里办。
answers-already-again = 我知道有一件在办，还是要交这一份
answers-already-not-meant = 已经有一件正在办。还是要交，请打勾。
answers-likely = 按这些回答，很可能批准。每月{ $amount }。从{ $from }算起。
answers-other-kept-says = 选的是还领{ $other }。这一样也会有人看。会给书面答复。
answers-passed-on = 我们收下，转给{ $place }。由那里来定。
answers-passed-on-home = 我们收下，转给户口那里。由那里来定。
answers-unlikely = 您也可以交。由工作人员来看。不给，会写明为什么。也会写明不同意怎么办。
answers-open = 有的地方还不清楚。工作人员会去查。要补什么，一次告诉您。
answers-then = 下一步是一份承诺书。读完再交。承诺书：您说填的都是真的。

overlap-take-this-says = 批下来的那个月起，原来那一样就不发了。没批下来，原来的照样领。
overlap-not-apply = 还领{ $name }，每月{ $amount }。这一样不申请了。
overlap-not-apply-says = 和现在一样。什么都不用办、不用交。以后想换，再来申请。
overlap-keep-other-says = 钱和现在一样。会有人看这一样。给您书面答复。

upload-remove = 删掉
upload-hint = 用手机拍就行。要看得清字。可以是JPEG、PNG照片。可以是PDF。每个不超过{ $largest } MB。
upload-bring-says = 任何一个乡镇、街道窗口都收。可以请人带去。先往下填，不会晚。
upload-shown = { $paper }上看得出来，不用再交
upload-shown-says = 比如孩子和您在一本户口簿上。看不出来，工作人员会再问您要。
upload-no-camera-says = 选“带到窗口去”。材料以后再交。申请的日子还从今天算。
upload-no-camera-fetch = 走不动？请工作人员上门来取。
upload-no-file = 还没有传来文件。请传一张。或者选“带到窗口去”。
upload-and-else = 已经传来了文件。这样材料就算交了。请选“在网上传”。不想在网上交？先删掉上面的文件。再选别的。
upload-none = 请先选一张照片，或一个PDF。再按“上传”。
upload-empty = 这个文件是空的。请再拍一张。
upload-too-large = 这个文件超过{ $largest } MB。请拍小一点再传。
upload-kind = 这不是照片，也不是PDF。请用手机拍一张。或者带到窗口去。
upload-kind-phone-photo = 这是HEIC照片，我们打不开。苹果手机：打开“设置”，找“相机”。再找“格式”，选“兼容性最佳”。再拍一张。安卓手机：打开相机的设置。关掉“HEIF”或“高效”照片。再拍一张。不会弄，就带到窗口去。
upload-kind-picture = 这种图片我们打不开。我们只收JPEG和PNG照片。请用手机对着纸再拍一张。或者带到窗口去。
upload-kind-word = 这是Word文档，我们打不开。请用手机拍下这张纸。也可以把文档存成PDF再传。也可以带到窗口去。
upload-kind-film = 这是录像。我们只收照片。请把手机相机换到“拍照”，再拍一张。或者带到窗口去。
upload-broken = 这个文件打不开。可能没有传完。请再传一次。
upload-too-many = 已经有{ $most }个文件了。先删掉不要的，再传。
upload-too-much = 这份申请的文件太大了。请删掉不要的。别的带到窗口去。
upload-too-much-today = 今天从这个网络传来的太多了。请明天再传。或者选“带到窗口去”。您填过的都在。

consent-lead = 先说清楚我们怎么用。再问几件事。这几件，您可以不同意。
consent-use-check = 我们查残疾人证、{ $aid ->
    [yes] 低保、
   *[no] {""}
 }户口。也查收钱的账户。只为办这次申请。
consent-use-who = 只有办这件事的人看得到。他们在{ $offices ->
    [township] 乡镇（街道）
    [federation] 乡镇（街道）、残联
    [civil_affairs] 乡镇（街道）、民政局
   *[all] 乡镇（街道）、残联、民政局
 }。谁看过，都有记录。
consent-use-kept = 没交的申请留90天。办完的，按档案的规定留着。
consent-use-notice = 批准以后，要在村（社区）公示。公示：贴出来给大家看。只写姓氏和补贴名称。不到18岁的，不公示。
consent-rights-says = 您可以随时来看自己的资料。可以来抄、来改。可以问是谁看过。依据是《个人信息保护法》第四十四条到第四十七条。
consent-for-child = { $child }不到14岁，要监护人同意
consent-child = 我是监护人。同意为这次申请用孩子的资料。
consent-child-says = 监护人：依法照顾孩子的人。不同意，网上办不了。可以带孩子的户口簿，去窗口问。
consent-optional-says = 不打勾也照样办。结果一样。以后改了主意，随时可以改。在“我的办理”里改。也可以打电话说，去窗口说。
consent-messages-says = 发到登记的手机号。也可以请窗口记下您的号码。不写办什么事，不写残疾。
consent-village = 让村（社区）专职委员知道残疾人的姓名和电话
consent-village-says = 专职委员：村里帮残疾人办事的人。要上门帮忙、取材料，他来联系您。
consent-other-help = 用这次的回答，看看还能得到什么帮助
consent-other-help-says = 只由残联和民政来看。有合适的，就告诉您。办不办由您定。

declare-true-guardian = 我是{ $person }的监护人。我替{ $person }填的都是真的。
declare-true-helper = { $person }同意我替他办这一次。我填的都是真的。
declare-check = 我同意他们查证、{ $aid ->
    [yes] 低保、
   *[no] {""}
 }户口和账户。他们是{ $offices ->
    [township] 乡镇（街道）
    [federation] 乡镇（街道）、残联
    [civil_affairs] 乡镇（街道）、民政局
   *[all] 乡镇（街道）、残联、民政局
 }。只为办这次申请。
declare-changes = 以后户口、{ $aid ->
    [yes] 低保、
   *[no] {""}
 }残疾等级变了，我会说。会告诉办事的地方。
declare-false = 填错了可以改。决定以前，也可以撤回。故意说假话，得到的要退回。
declare-they-see = 这次申请，{ $person }自己也看得到。
declare-submit = 交申请
declare-once = 按一次就行。网慢，多按几次也只算一份。
declare-no-signature = 不能签字？可以到窗口按手印。也可以由两名工作人员记下来。
declare-not-agreed = 请先读承诺书。同意就打勾。

sent-of = { $person }，申请{ $count }样。{ $day }交的。
sent-kept = 选的是还领原来那一样。钱和现在一样。
sent-counts-monthly = 从{ $from }算起。如果{ $count ->
    [1] 批准
   *[other] 都批准
}，每月一共{ $amount }。
sent-code-says = 您没有用账号。续办码：再进来看的一串字。以后看进度、补材料，都要用它。还要用受理编号和出生日期。抄下来，或者打印这一页。
sent-bring-says = 任何一个乡镇、街道窗口都收。报受理编号就行。
sent-hold-says = 申请已经收下。日子不变。证办好了，就接着办。办事的时间从那天算起。
sent-provisional = 明年哪天放假，还没有公布。日子可能差一两天。
sent-silence = 到了日子还没有消息？打{ $number }，报受理编号。材料不够，我们一次说清楚。
sent-keep-says = 这一页可以打印，也可以收藏。以后再来看，还在。
sent-keep-code-says = 这一页可以打印。以后再来，用受理编号和续办码看。

changed-lead = 可能是您在另一个窗口改的。也可能是家里人改的。这次还没有交。
changed-says = 请看一遍现在的内容。都对，再交。

renewed-lead = 您填过的都在，没有丢。接下来只问新加的和改过的。
renewed-amounts = 钱数改了：
renewed-amount = { $service }：现在每月{ $now }。原来每月{ $then }
renewed-amount-new = { $service }：原来领不到。现在可能领到，每月{ $now }
renewed-amount-gone = { $service }：原来能得到。现在可能得不到。还是可以申请
renewed-questions = 这些题改过了。请再答一次。原来的回答还在：
renewed-consents = 请您同意的事，说法改了。请再看一遍，再选一次。
renewed-rules = 规定有改的，都按新的算。条件、钱数、办的步骤，都可能改。交之前那一页，会再说一遍结果。

drafts-lead = 填到哪里，就存到哪里。随时接着填。
drafts-many = { $one }等{ $count }样
drafts-left = 有一份申请，在别的手机或电脑上接着填了。从{ $at }起，这里不显示了。要在这里填，用续办码打开。
drafts-discard-says = 填的和传的都会删掉。找不回来。已经交了的申请不受影响。

stopped-lead = 留到{ $day }。在那以前交，从交的那个月算起。
stopped-code-says = 续办码：让您接着填的一串字。换手机、电脑，用它接着填。过几天再来，也用它。还要填出生日期。别把它给不放心的人。
stopped-code-alone-says = 续办码：让您接着填的一串字。换手机、电脑，用它接着填。过几天再来，也用它。还没有填身份证号码，所以不用出生日期。别把它给不放心的人。
stopped-account = 用您的账号登录。在“没填完的申请”里接着填。换手机、电脑也一样。

moved-lead = { $at }，有人用续办码打开了它。是在别的手机或电脑上。
moved-says = 填过的都在，没有丢。要在这里填，请输入续办码。还没有交，可以来回换。
moved-kept = 您刚才在这一页填的，也留着。换回来就能看到。
moved-stranger = 打开它的，不是您和家里人？请换回来。看一遍填的对不对。再把续办码收好。续办码没有了？带身份证去任何一个乡镇、街道窗口。

resume-lead = 换一台手机、电脑，填过的都在。
resume-case-lead = 没有账号也能看。用受理编号、续办码和出生日期。
resume-reference-says = 以ZD开头。中间有空格也可以。
resume-code-says = 写在每一页的最下面。停下来的时候，给您看过。交完的时候，也给您看过。大写小写都行。
resume-birth-says = 填申请人的。不填替他办的人的。
resume-birth-draft-says = 填申请人的。不填替他办的人的。停下的时候没有填身份证号码？这里就空着。
resume-lost = 续办码丢了？带身份证去任何一个乡镇、街道窗口。或者请窗口打电话给您。
resume-not-found = 没有找到。请看看有没有填错。
resume-birth-needed = 没有找到。续办码没有抄错的话，请再填出生日期。
resume-too-often = 今天试得太多了。请明天再来。或者去窗口办。

by-code-draft-says = 填过的都在。续办码写在每一页的最下面。“先停在这里”那一页也有。
by-code-case-says = 交完的时候给您看过。还要填出生日期。
open-reference-form = 受理编号以ZD开头。一共11位。请对一对。
open-reference-mistyped = 受理编号里有一位不对。请对一对。
kept-here-says = 要用下面填的，就按“继续”。要留现在存的，就照它改好。改好了，再按“继续”。
problem-text-and-unknown = 您填了字，又选了“我不知道”。请留下对的那一个。
