# 全部服务，简明。

catalogue-lead = 每一样都写明给谁、给多少、怎么办。不知道能办哪一样？先查一查。
catalogue-monthly-from = 每人每月{ $amount }起。各县不一样。
service-differs = 各县给的不一样。
service-here = { $county }现在给多少
service-rule = 这是{ $county }的规定。从{ $since }起。按这份文件：{ $basis }。
service-rule-unverified = 这是{ $county }给的钱数。从{ $since }起。
service-unverified-says = 我们还没有查到正式文件。要准数，请问户口那里的乡镇、街道。也可以打12385。
service-who-all = { $count ->
    [1] 要够这一条：
   *[other] 下面{ $count }条都要够：
}
service-apply-anyway = 说不准，也可以申请。由工作人员来看。
service-papers-later = 材料缺一两样，也可以先交。还差什么，我们一次告诉您。
service-time-pause = 等您补材料的日子，不算在里面。
service-online-check = 先在网上查一查能不能得到。看看要带什么。再去窗口交。
service-office = 任何一个乡镇、街道便民服务中心都收。不用回户口那里。{ $office }在{ $address }。{ $hours }开门。
service-form-says = 打印出来填好。交到窗口。也可以请人带去。
service-bases = 按哪些文件办
catalogue-accrues = 钱从哪个月算起
catalogue-accrues-says = 您交申请的那个月
catalogue-or = { $one }，或者{ $other }
catalogue-paid = 钱什么时候到
catalogue-paid-says = 批准以后，每月10号以前
catalogue-place-title = 看哪个县¦给多少？

# 一项服务能给的东西
items-lead = 先选要帮忙的事。再看有哪些东西。不知道选哪样，没关系。评估的时候一起看。评估：专业的人来看哪样合适。
