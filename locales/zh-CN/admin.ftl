# 管理和审计人员看的页。

admin-audit = 谁看过什么
admin-audit-lead = 工作人员查找了什么、打开了哪一件、看了哪些全部号码、写的什么理由，都在这一页。当事人的资料不显示。
admin-audit-and = 、
admin-audit-narrow = 筛选
admin-audit-all = 不筛选，看全部
admin-audit-only = 只看{ $name }的
admin-audit-revealed-only = 只看看了全部号码和材料的
admin-audit-reference-wrong = 受理编号不对，请照着回执填
admin-audit-from = 从哪一天
admin-audit-to = 到哪一天
admin-audit-day-wrong = 没有这一天，请把年、月、日写全
admin-audit-days-order = 最后一天不能比第一天早
admin-audit-none = 没有记录
admin-audit-caption = 最近的在前，这一页{ $count }条
admin-audit-officer = 谁
admin-audit-when = 时间
admin-audit-what = 看了什么
admin-audit-why = 理由
admin-audit-case = 打开了这件
admin-audit-search = 查找了（按{ $by }），看到{ $count }件
admin-audit-by-name = 姓名
admin-audit-by-links = 身份证号，为了看连接
admin-audit-by-link-code = 身份证号，为了给连接码
admin-audit-by-one-time-code = 账号和身份证号，为了给一次性码
admin-audit-no-case = 不是哪一件
admin-audit-document = 打开了材料
admin-audit-values = 看了全部：{ $values }
admin-audit-no-reason = 不用写
admin-audit-erased = 依法已删除

admin-jobs = 失败的任务
admin-jobs-lead = 系统有些任务自动做，比如每天夜里的。试了十次都失败的列在这里，不含个人信息。请先排除原因，再让它重做。
admin-jobs-revived = 已经安排再试一次，几秒钟内开始。再失败，明天还会列在这里。
admin-jobs-none = 没有失败的任务
admin-jobs-caption = 最近的在前，共{ $count }件
admin-jobs-kind = 什么任务
admin-jobs-since = 什么时候停的
admin-jobs-tries = 试了几次
admin-jobs-problem = 出了什么问题
admin-jobs-do = 怎么办
admin-jobs-revive = 再试一次
admin-jobs-seal = 封存办理记录
admin-jobs-end-notices = 结束到期的公示
admin-jobs-sweep = 清理不再需要的数据

# A machine in a hall
admin-kiosk = 大厅里的机器
admin-kiosk-says = 人站在大厅那台机器前面，才在这里设置。设置以后，这个浏览器就给大家轮流用。
admin-kiosk-is = 这个浏览器现在是大厅里的机器。
admin-kiosk-begin = 设成大厅里的机器
admin-kiosk-stop = 改回普通的浏览器
admin-kiosk-simple = 一打开就是长辈版
admin-kiosk-traces = 浏览器一关，什么都不留，也不记得谁登录过
admin-kiosk-time = 一页开了5分钟会遮住，前1分钟提醒，可以延长；10分钟没有动静就退出
admin-kiosk-button = 每一页都有“办完了，全部清除”
admin-kiosk-then = 按了以后您就退出了，机器回到首页。
