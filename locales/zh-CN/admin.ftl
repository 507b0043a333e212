# 管理和审计人员看的页。

admin-audit = 谁看过什么
admin-audit-lead = 工作人员打开了哪一件、看了哪些全部号码、写的什么理由，都在这一页。当事人的资料不显示。
admin-audit-and = 、
admin-audit-narrow = 筛选
admin-audit-all = 不筛选，看全部
admin-audit-only = 只看{ $name }的
admin-audit-everything = 全部
admin-audit-revealed-only = 只看看了全部号码和材料的
admin-audit-reference-wrong = 受理编号不对，请照着回执填
admin-audit-none = 没有记录
admin-audit-caption = 最近的在前，这一页{ $count }条
admin-audit-officer = 谁
admin-audit-when = 时间
admin-audit-what = 看了什么
admin-audit-why = 理由
admin-audit-case = 打开了这件
admin-audit-document = 打开了材料
admin-audit-values = 看了全部：{ $values }
admin-audit-no-reason = 不用写
admin-audit-erased = 依法已删除

admin-jobs = 没做成的活
admin-jobs-lead = 系统自己有些活要做，比如每天夜里的。试了十次都没做成的列在这里，不含个人信息。请先排除原因，再让它重做。
admin-jobs-revived = 已经安排再试一次，几秒钟内开始。再做不成，明天还会列在这里。
admin-jobs-none = 没有做不成的活
admin-jobs-caption = 最近的在前，共{ $count }件
admin-jobs-kind = 什么活
admin-jobs-since = 什么时候停的
admin-jobs-tries = 试了几次
admin-jobs-problem = 出了什么问题
admin-jobs-do = 怎么办
admin-jobs-revive = 再试一次
admin-jobs-seal = 封存办理记录
admin-jobs-end-notices = 结束到期的公示
admin-jobs-sweep = 清理不再需要的数据
