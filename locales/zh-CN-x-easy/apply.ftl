# 申请里一问一答的页面，和填错时说的话，简明。

apply-prefilled = 这是登记里写的。对的，直接继续。不对的，请改。

apply-services = 这次申请¦哪几样？
apply-services-hint = 可以一次申请几样。同样的问题只答一遍。填了就存着。90天没有再填，才删掉。
apply-whom-hint = 谁都可以自己申请。哪一类残疾都可以。
apply-whom-guardian = 我是父母，或监护人
apply-whom-guardian-hint = 监护人：依法照顾他的人。给孩子申请。或给不能自己办事的家人申请。
apply-whom-relative = 我是家人，只替他办这一次
apply-whom-relative-hint = 要交亲属关系证明。还要交委托书。
apply-whom-committee = 我是村（居）委会的人，替村民办
apply-whom-institution = 我是机构的人。机构是监护人。
apply-whom-agent = 我是别的人，他请我办
apply-whom-agent-hint = 要交委托书。委托书：写明请谁替自己办事的纸。
apply-resident-id-hint = 一共18位。最后一位可能是X。没有身份证的孩子，看户口簿。
apply-certificate-number-hint = 选了“有，号码填在下面”，才填。一共20位。就是身份证号码，再加2位。补发的证，后面还有B1这样的字。
apply-certificate-kept-hint = 填错了，就改上面的号码。没有填错，就打勾。工作人员会来查对。
apply-hukou-address-hint = 从省写到村，或者写到门牌。比如某某省某某县某某镇某某村。我们把申请转到那里去办。
apply-address-hint = 写村组。或者写路和门牌号。寄信、上门的时候用。
apply-register-self = 登记里写您的，¦这样对吗？
apply-register-other = 登记里写申请人的，¦这样对吗？
apply-register-hint = { $source }。每一条，选对或不对。不对的，下一步由您来填。登记里的也留着。工作人员两边都看。
apply-helper-organisation = 村（居）委会或机构，¦和来办事的人
apply-helper-name = 来办事的人的姓名
apply-helper-resident-id-hint = 填您自己的。不填申请人的。
apply-phone-hint = 手机、座机都行。座机要带区号。没有就不填。
apply-access-hint = 可以选几个。不需要，就直接继续。
apply-payment-none-hint = 先申请。账户办好以后，再告诉我们。钱从申请的那个月算起。
apply-account-number-hint = 有账户的才填。号码写在卡上，或存折上。要填申请人自己的账户。监护人替他收钱，下一页说明。
apply-holder-own = 申请人自己的
apply-holder-name-hint = 账户是监护人的，才要填。
apply-holder-reason-hint = 账户是监护人的，才要填。比如孩子还没有自己的卡。
apply-paper-shown = 别的材料上看得出来，不再交
apply-consents-none = 都没有同意。不影响办。

apply-stop-sent = 交申请

problem-too-many-today = 今天从这个网络开始的申请太多了。请明天再来。今天就要办，去任何一个乡镇、街道窗口。
problem-name-too-long = 姓名最多30个字。请对着户口簿再看一遍。
problem-name-character = 姓名里有数字或别的符号。请去掉。名字中间的点可以有。
problem-name-mark = 姓名里的点，要在两个字中间。请改一改。
problem-resident-id-first-generation = 这是15位的旧号码。它已经不用了。请填18位的号码。身份证或户口簿上有。
problem-resident-id-too-short = 身份证号码是18位。现在只有{ $count }位。
problem-resident-id-too-long = 身份证号码是18位。现在有{ $count }位。
problem-resident-id-character = 身份证号码第{ $at }位不对。只能是数字。最后一位可以是X。
problem-resident-id-birth = 没有号码里的这个出生日期。请看看第7位到第14位。
problem-resident-id-future = 号码里的出生日期还没有到。请看看第7位到第14位。
problem-resident-id-check = 身份证号码有一位不对。请对着身份证再看一遍。户口簿上也有。
problem-resident-id-is-certificate = 这是残疾人证号码。它的前18位才是身份证号码。
problem-child-needs-guardian = 这是{ $age }岁孩子的号码。不到14岁，要父母或监护人申请。请回到“您给谁申请？”改选。也可以去窗口办。
problem-certificate-empty = 请填残疾人证号码。号码不在手边？请选“有，号码不在手边”。
problem-certificate-too-short = 残疾人证号码是20位。现在只有{ $count }位。
problem-certificate-too-long = 残疾人证号码最多23位。现在有{ $count }位。
problem-certificate-id = 残疾人证号码的前18位不对。请对着证再看一遍。
problem-certificate-category = 残疾人证号码的第19位不对。这一位是残疾种类。只能是1到7。
problem-certificate-grade = 残疾人证号码的第20位不对。这一位是等级。只能是1到4。
problem-certificate-reissue = 第20位以后，只能是补发的记号。比如B1。
problem-certificate-other-person = 证号的前18位，要和身份证号码一样。现在不一样。请看看是不是弄混了。没有弄混，就在下面打勾。
problem-certificate-other-grade = 前面您选了{ $chosen ->
    [1] 一级
    [2] 二级
    [3] 三级
   *[4] 四级
 }。这个号码第20位说是{ $number ->
    [1] 一级
    [2] 二级
    [3] 三级
   *[4] 四级
 }。请对着证再看一遍。号码没有错，就在下面打勾。
problem-certificate-other-category = 看这个号码的第19位、第20位。它说的残疾种类或等级，和您前面说的不一样。请对着证再看一遍。号码没有错，就在下面打勾。
problem-certificate-and-none = 您填了证号。又选了没有，或不在手边。请留下对的那一个。
problem-helper-is-person = 这是申请人的身份证号码。请填您自己的。
problem-outside-altogether = 户口和住处都不在湖南。请去户口那里申请。
problem-not-at-hukou = 户口不在湖南。请选现在住在哪里。
problem-text-too-long = 最多{ $count }个字。请写短一点。
problem-phone-too-short = 手机号码是11位。现在只有{ $count }位。座机要带区号。
problem-phone-too-long = 手机号码是11位。现在有{ $count }位。
problem-phone-not-mobile = 这不像手机号码。座机要带区号。区号的第一位是0。
problem-phone-missing = 您选了打电话或发短信。请填电话。也可以换一种方式。
problem-mobile-missing = 短信只能发到手机。请填手机号码。也可以换一种方式。
problem-address-missing = 您选了寄信。还没有详细地址。请回到“现在住的地方”填上。也可以换一种方式。
problem-card-too-short = 银行卡号是16到19位。现在只有{ $count }位。
problem-card-too-long = 银行卡号是16到19位。现在有{ $count }位。
problem-card-check = 卡号有一位不对。请对着卡再看一遍。
problem-account-too-short = 账号太短了。请对着卡或存折再看一遍。
problem-account-too-long = 账号太长了。请对着卡或存折再看一遍。
problem-account-is-person = 这是身份证号码，或残疾人证号码。请填卡号。
problem-account-and-none = 您填了号码。又选了“还没有账户”。请留下对的那一个。
problem-holder-and-own = 您选了申请人自己的账户。又填了监护人的姓名或原因。请留下对的那一个。
problem-holder-is-person = 这是申请人的名字。账户是他自己的，就选“申请人自己的”。
problem-day-year = 年份要填4位数字。比如1953。
problem-code-empty = 请填续办码。续办码：让您接着填的一串字。
apply-linked = 窗口看过身份证的人
problem-linked-and-typed = 您在上面选了一位。下面又填了姓名或号码。选的那位对吗？对，就把下面的清空。不对，就选最后一项。
