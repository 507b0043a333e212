# 查一查的结果。先说结果，再说办法。

check-change = 改前面的回答
check-title-some = 您很可能¦可以得到{ $count }项
check-title-assess = 有{ $count }项，¦评估以后就知道给不给
check-title-hold = 先办好一件事，¦就可以得到
check-title-open = 还差几个回答，¦才知道结果
check-title-elsewhere = 要按户籍地的¦规定来定
check-title-county = 要按县里的¦规定来定
check-title-none = 按这些回答，¦现在可能得不到
check-result-lead = 按{ $county }的规定和您的回答查的。
check-result-lead-anywhere = 按您的回答查的。
check-not-a-decision = 这不是决定，最后由工作人员定。不管结果怎样，您都可以申请。
check-group-entitled = 很可能可以得到的
check-group-assess = 评估以后可能给的
check-group-perhaps = 还要先办、先答，或者再看的
check-group-elsewhere = 由户籍地定的
check-group-matter = 遇到事情才申请的
check-group-no = 现在不符合的
check-eligible = 很可能可以得到
check-assess = 要先评估
check-choose-one = 可以领，两份里挑一份
check-unverified = 这条规定请再问一下
check-unverified-says = 我们还没有核对到正式文件。拿准的答复，请问户籍地的乡镇、街道，或者打12385。
check-on-hold = 先办好一件事
check-local-rule = 由户籍地定
check-county-rule = 由县里定
check-needs-matter = 遇到事情才申请
check-ineligible = 现在不符合
check-unknown = 还不知道
check-amount = 每月{ $amount }，从{ $from }算起。
check-in-kind-says = 给的是东西或者服务，不是每月的钱。
check-items = { $service }：看看能给哪些
check-assess-says = 别的都符合，还要由专业人员评估。现在就可以申请，评估由工作人员安排。
check-from = 从{ $from }算起。
check-per-month = 每月
check-choose-one-says = 这两样钱只能领一样，领哪样由您定。
check-take-this = 领{ $this }，每月比{ $other }多{ $difference }。
check-keep-other = 还领{ $other }，每月比{ $this }多{ $difference }。
check-either = 两样钱一样多，领哪样都行。
check-hold-says = 别的都符合，只是残疾人证要先办好。现在也可以先交申请，证办好了就接着办，申请的日子不变。
check-hold-then = 办好以后，每月{ $amount }。
check-local-rule-says = 户籍不在湖南的，按户籍地的规定办。您可以在湖南的窗口交，我们替您转过去。
check-county-rule-says = 这种情况，有的县给，有的县不给。您可以先申请，由县里查清楚。
check-needs-matter-says = 这里不问您遇到了什么事。遇到了，就去申请。申请的时候再说是什么事。
check-unknown-then = 符合的话，每月{ $amount }。
check-unknown-says = 还差下面的回答：
check-why = 为什么
check-for = 符合
check-against = 不符合
check-hold = 先办好
check-open = 还不知道
check-answer = 您的回答：{ $answer }。
check-basis = 依据：{ $basis }。
check-answer-basis = 您的回答：{ $answer }。依据：{ $basis }。
check-answer-now = 现在回答
check-papers = 要准备的材料
check-paper = { $paper }：{ $note }
check-papers-all = { $service }的全部材料，和我们去查的
check-your-answers = 您的回答
check-your-answers-says = 改了以后，结果马上重新算。
check-back = 回到结果
check-to-do = 怎么办，到哪里办
check-if = { $count ->
    [1] 如果是这样，就可以得到
   *[other] 如果下面这些都是，就可以得到
}
check-if-open = { $count ->
    [1] 如果是这样，就有可能得到，还要看没有问到的情况
   *[other] 如果下面这些都是，就有可能得到，还要看没有问到的情况
}
check-change-then = 那时每月{ $amount }。
check-anyway = 您觉得不对，或者情况特殊，也可以申请，由人来看。
check-anyway-apply = 照样申请{ $service }
check-anyway-window = 您觉得不对，或者情况特殊，也可以照样申请：去任何一个乡镇、街道窗口，由人来看。
check-next = 下一步
check-apply = 申请{ $service }
check-apply-together = 一起申请这{ $count }项
check-apply-only = 只申请{ $service }
check-next-keep = 还领{ $other }的，就不用申请，什么都不用办。
check-next-carried = 刚才的回答会带过去，不用再填。
check-next-window = 带上身份证和银行卡，有残疾人证的也带上，去任何一个乡镇、街道窗口申请。
check-not-kept = 您不申请，我们就不留这些回答。
check-answer-place = 户口在{ $place }
check-answer-amount = 每月{ $amount }
check-answer-measured = { $value }
check-also-met = 另外{ $count }条符合
