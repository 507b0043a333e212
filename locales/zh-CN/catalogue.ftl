# 全部服务，和每一项服务的页面。

catalogue-title = 全部服务
catalogue-lead = 每一项都写明给谁、给多少、怎么办。不知道自己能办哪一项，先查一查。
catalogue-check = 查一查我能办什么
catalogue-monthly = 每人每月{ $amount }
catalogue-monthly-from = 每人每月{ $amount }起，各县不一样

service-start = 开始办理
service-apply = 现在申请
service-check = 查一查我能不能得到
service-check-note = 不用登录，不留姓名。
service-differs = 各县的标准不一样。
service-choose-county = 选一个县，看那里给多少
service-here = { $county }现在的标准
service-per-month = 每人每月
service-rule = 您看到的是{ $county }的规定，{ $since }起执行，依据是{ $basis }。
service-rule-unverified = 您看到的是{ $county }的标准，{ $since }起执行。
service-unverified = 这个数请再问一下
service-unverified-says = 我们还没有核对到正式文件。拿准的数，请问户籍地的乡镇、街道，或者打12385。
service-other-county = 换一个县
service-who = 谁可以得到
service-who-all = { $count ->
    [1] 要符合下面这一条：
   *[other] 下面{ $count }条都要符合：
}
service-who-not = 哪些人不能得到
service-who-any = 下面有一条就行：
service-apply-anyway = 拿不准也可以申请，由工作人员来看。
service-papers = 要准备什么
service-paper = 材料
service-paper-from = 谁来提供
service-paper-note = 说明
service-paper-user = 请您提供
service-paper-shared = 我们来查
service-paper-not-needed = 不用交了
service-papers-later = 材料缺一两样也可以先交，我们一次告诉您还差什么。
service-time = 要办多久
service-within = { $days }以内
service-time-pause = 等您补材料的日子不算在里面。
service-ways = 怎么办
service-online-check = 先在网上查一查能不能得到、要带什么，再去窗口交。
service-office = 任何一个乡镇、街道便民服务中心都收，不用回户籍地。{ $office }在{ $address }，{ $hours }开门。
service-office-call = 打窗口电话{ $number }
service-form = 填纸表
service-form-says = 打印出来填好，交到窗口，或者请人带去。
service-form-print = 打印申请表
service-bases = 依据的文件
catalogue-accrues = 从哪个月算起
catalogue-accrues-says = 递交申请的那个月
catalogue-paid = 什么时候到账
catalogue-paid-says = 批准以后，每月10号以前
catalogue-or = { $one }；或者{ $other }
catalogue-place-title = 看哪个县的¦标准？

# A service in sign language
sign-title = 手语讲解
sign-label = 手语讲解“{ $service }”，{ $length }
sign-captions = 中文字幕
sign-fetch = 下载手语讲解
sign-words = 看手语讲的文字
sign-seconds = { $count }秒
sign-minutes = { $count }分钟
sign-both = { $minutes }{ $seconds }

# 一项服务能给的东西
service-gives = 给的是：{ $what }。
items-browse = 看看能给哪些
items-here = 能给哪些
items-title = { $service }：¦能给哪些
items-lead = 先选要帮忙的事，再看有哪些东西。不知道选哪样没关系，评估的时候一起看。
items-needs = 要帮忙的事
items-count = 有{ $count }样
items-between = 、
items-of-need = { $need }：有这些东西
items-of-need-lead = 给哪一样，要看了人再定。最后由您自己选。
items-ask = 多久能换一次、给多少钱，各地不一样。请问县残联。
items-fits = 适合谁
items-assessment = 要不要评估
items-assessment-none = 不用专门评估
items-assessment-county = 由县残联评估
items-assessment-centre = 由专业机构评估
items-side = 左右
items-side-says = 左边右边分开算
items-often = 多久能换
items-often-says = 满{ $months }个月可以换
items-ceiling = 最多给多少
items-ceiling-says = 最多{ $amount }
items-suggested = 可能用得着的：
