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
