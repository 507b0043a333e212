# 每一个问题都用得到的话。

question-back = 上一题
question-progress = 第{ $at }题，最多{ $most }题
question-optional = （可以不填）
question-wrong = 错误：
question-wrong-count = 有{ $count }处要改
question-or = 或者
question-unknown = 我不清楚
question-year = 年
question-month = 月
question-day = 日
question-title = { $question } — { $part }
question-continue = 继续
question-why = 为什么问这个
question-none-of-these = 都没有
question-not-received = 没有领
question-received = 在领
question-how-much = 每个月领多少？
question-how-much-hint = 在领的，请填每个月的数，比如100或者83.20
question-yuan-a-month = 元
problem-choose-one = 请选一个回答。拿不准的，选“我不清楚”。
problem-choose-any = 请选一选。都没有的，选“都没有”。
problem-choose-not-both = “都没有”或“我不清楚”不能和别的一起选。请去掉一边。
problem-choose-county = 请选户口所在的县
problem-amount-missing = 请填每个月领多少元
problem-amount-wrong = 金额没有看懂。请只填数字，比如100或者83.20。
