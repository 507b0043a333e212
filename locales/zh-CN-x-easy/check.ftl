# 查一查的结果，简明。

check-unverified = 这条规定，请再问一问
check-unverified-says = 我们还没有查到正式文件。要问准，请找户口那里的乡镇、街道。也可以打12385。
check-title-some = 您很可能¦可以得到{ $count }样
check-title-assess = 有{ $count }样，¦先评估再定
check-title-hold = 先办好一件事，¦就可以得到
check-title-elsewhere = 要按户口那里的¦规定来定
check-title-none = 按这些回答，¦现在可能得不到
check-result-lead = 这是按{ $county }的规定查的。也看了您的回答。
check-not-a-decision = 这不是最后的决定。最后由工作人员定。不管结果怎样，您都可以申请。
check-group-assess = 评估以后，可能给的
check-group-perhaps = 也许可以得到的
check-group-elsewhere = 由户口那里定的
check-group-no = 现在不够条件的
check-choose-one = 两份里挑一份
check-local-rule = 由户口那里定
check-ineligible = 现在不够条件
check-amount = 每月{ $amount }。从{ $from }算起。
check-in-kind-says = 给的是东西，或者服务。不是每月的钱。
check-assess-says = 别的都够条件了。还要请专业的人来看。这叫评估。现在就可以申请。工作人员来安排评估。
check-choose-one-says = 这两样钱，只能领一样。领哪样由您定。
check-take-this = 领{ $this }。每月比{ $other }多{ $difference }。
check-keep-other = 还领{ $other }。每月比{ $this }多{ $difference }。
check-either = 两样钱一样多。领哪样都行。
check-hold-says = 别的都够条件了。只差残疾人证。先把证办好。现在也可以先交申请。证办好了，就接着办。申请的日子不变。
check-hold-then = 证办好以后，每月{ $amount }。
check-local-rule-says = 您的户口不在湖南。按户口那里的规定办。您可以交到湖南的窗口。我们替您转过去。
check-county-rule-says = 这种情况，有的县给。有的县不给。您可以先申请。县里会查清楚。
check-unknown-then = 可以领的话，每月{ $amount }。
check-unknown-says = 还差这些回答：
check-for = 够条件
check-against = 不够条件
check-basis = 按这份文件：{ $basis }。
check-answer-basis = 您的回答：{ $answer }。按这份文件：{ $basis }。
check-papers-all = { $service }的全部材料，和我们去查的
check-your-answers-says = 可以改。改了，结果马上重新算。
check-if = { $count ->
    [1] 有了这个变化，就可以得到
   *[other] 有了下面这些变化，就可以得到
}
check-if-open = { $count ->
    [1] 有了这个变化，也许能得到。还要看没有问到的情况。
   *[other] 有了下面这些变化，也许能得到。还要看没有问到的情况。
}
check-anyway = 您觉得不对？也可以申请。情况特殊，也可以申请。由人来看。
check-anyway-window = 您觉得不对？情况特殊？也可以去窗口申请。任何一个乡镇、街道窗口都行。由人来看。
check-next-carried = 刚才的回答会带过去。不用再填。
check-next-window = 带上身份证和银行卡。有残疾人证的，也带上。去任何一个乡镇、街道窗口申请。
check-not-kept = 您不申请，我们就不留这些回答。
check-also-met = 另外{ $count }条够条件
check-next-keep = 还领{ $other }？那就不用申请。什么都不用办。
