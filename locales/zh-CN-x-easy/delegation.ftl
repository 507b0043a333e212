# 帮人办事，用好懂的话。

delegation-title = 谁帮您办事，¦您帮谁办事
delegation-part = 帮人办事
delegation-back = 回到帮人办事
delegation-helpers = 可以帮您办事的人
delegation-helpers-none = 您还没有请人帮您办事。
delegation-clients = 您帮这些人办事
delegation-clients-none = 您没有帮别人办事。您是监护人吗？请带身份证和证明，到窗口登记。
delegation-new-needs-link = 想请人帮您办事？先用连接码把账号连上您自己。连接码：窗口给您的码。不连也行。您和帮您的人一起到窗口，带上身份证。
delegation-acting = 您正在为{ $name }办理
delegation-acting-says = 这件事是{ $name }的。

delegation-principal = 办谁的事
delegation-agent = 谁来办
delegation-role = 是什么人
delegation-made-person = { $day }，他用自己的账号定的
delegation-made-office = { $day }，{ $office }看过证明。这样定的。

delegation-role-guardian-of-minor = 孩子的监护人：依法照顾他的人
delegation-role-guardian-of-adult = 大人的监护人：依法照顾他的人
delegation-role-institution = 机构，是监护人
delegation-role-agent = 别的人，受他的委托
delegation-power-submit = 帮他申请、交材料、改答案、收回申请

delegation-stands-ended-principal = 他自己取消了
delegation-stands-ended-agent = 帮忙的人不办了
delegation-stands-gone = 停了。登记里没有其中一个人了
delegation-stands-ward = 停了。帮忙的人自己有了监护人
delegation-stands-of-age = 停了。孩子满18岁了

delegation-new-title = 请一个人帮您办事
delegation-new-hint = 您自己也能办。别人帮您办了什么，您看得到。您随时可以取消。
delegation-agent-name-hint = 照身份证写。他要填一样的名字。
delegation-code-until = 用一次。到{ $day }都能用。
delegation-code-once = 请现在念给他听，或者抄下来
delegation-made-whose = 填了这个码，{ $agent }就能帮{ $principal }办事。
delegation-made-says = 这一页只看得到一次。请把码念给{ $name }听。{ $name }要登录自己的账号。再到“帮人办事”里填码和名字。

delegation-take-title = 填别人给您的码
delegation-take-hint = 有人请您帮他办事。他会念一个码给您听。
delegation-offer-title = { $name }请您帮他办事
delegation-offer-lead = 请看清楚您可以做什么。再决定。
delegation-accept = 我愿意帮他办
delegation-one-helper = { $name }帮您办事
delegation-one-client = 您帮{ $name }办事
delegation-apply = 帮{ $name }申请
delegation-end = 不让他再帮了
delegation-end-says = 按一下就停。他马上看不到您的事了。
delegation-give-up = 我不再帮他办
delegation-give-up-says = 按一下就停。您马上看不到他的事了。没有交的申请也看不到了。
delegation-done-ended-says = 帮忙的人现在看不到了，也办不了。
delegation-done-accepted = 好了，您可以帮他办了
delegation-done-accepted-says = 帮别人办的每一页，都写着是谁的事。
delegation-done-declined = 您没有答应

delegation-until-past = 这一天已经过了。请填今天以后的日子
delegation-until-late = 太久了。最晚填到{ $day }
delegation-too-many = 今天给的码太多了。请明天再给
delegation-too-many-open = 还有很多码没用。请等一等，或者停掉几个
delegation-take-ward = 您自己有监护人，不能帮别人办。请找另一个人
delegation-take-minor = 您还没满18岁，不能帮别人办。请找另一个人
delegation-not-taken = 码和名字对不上。码也可能用过了、取消了、过了7天。请问一问给码的人
delegation-tries-over = 今天试的次数太多了。请明天再试。急的话请两个人一起到窗口
delegation-own = 这是您自己给出去的码。要别人来填
delegation-draft-services = 您不能帮{ $name }办这一项。请只选可以办的
delegation-draft-whom = 您帮{ $name }办事，是“{ $role }”。请选这一个
delegation-draft-person = 这份申请是{ $name }的。请填{ $name }的姓名和身份证号
delegation-draft-account = { $name }没有让您填收钱的账户。请选“还没有账户”。{ $name }自己到窗口说账户
delegation-draft-agent = 帮{ $name }办事的人，登记的是{ $agent }。请填这个名字
delegation-draft-agent-number = 登记的是另一个身份证号。请填您自己的

delegation-mirror-title = 别人帮您办了什么
delegation-mirror-lead = 别人用您的名字办的事，都在这里。他用的是别的账号。也可能没有登录。您不想要哪一件？告诉我们。他看不到您说了什么。
delegation-mirror-none = 别人没有帮您办过什么。
delegation-deed-disputed = 说登记的不对
delegation-deed-withdrawn = 收回了申请
delegation-unwanted-title = 您不想要“{ $service }：{ $deed }”。您想说什么？
delegation-unwanted = 我不想要这个
delegation-unwanted-hint = 不写也行。只有办事处的负责人看得到。帮忙的人看不到。
delegation-unwanted-goes-on = 申请还会往下办
delegation-unwanted-answer = 5个工作日内答复您。答复在“别人帮您办了什么”里。
delegation-unwanted-stop = 想马上停，收回这份申请
delegation-unwanted-send = 我不想要，告诉负责人
delegation-unwanted-done-says = 帮忙的人看不到。答复写在这一页。
delegation-unwanted-on = { $day }您说了不想要。
delegation-unwanted-late = 本来{ $day }以前要答复。现在晚了。急的话请打12385。
