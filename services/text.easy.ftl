# 简明说法：句子短，一句一件事。没有写的，用普通说法。

reason-not-low-income = 要吃低保才能领。您家现在没有低保。
reason-in-dibao = 您家有低保。
reason-grade-1-2 = 证上是一级或二级。
reason-grade-not-covered = 一级、二级才能领。您的等级不是。
reason-excluded-tekun = 您是特困人员。政府已经管您的生活。
reason-certificate-frozen = 您的证被冻结了。先去迁证。
reason-certificate-expired = 您的证过期了。先去换证。
page-hukou = 户口在¦哪个县？
    .short = 户口
    .hint = 看户口簿。住在别处也没关系。
page-aid-status = 您家¦有低保吗？
    .short = 家庭情况
    .hint = 不清楚就选“我不清楚”。
page-grade = 证上¦是几级？
    .short = 等级
    .hint = 看残疾人证。一级最重。
