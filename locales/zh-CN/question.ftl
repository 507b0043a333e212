# 每一个问题都用得到的话。

question-back = 上一题
question-return = 返回
question-progress = 第{ $at }题，最多{ $most }题
question-optional = （可以不填）
question-wrong = 错误：
question-wrong-of = { $says }（{ $what }）
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
question-how-much-hint = 在领的，请填每个月的数，比如100或者83.20。不知道是多少，就选“我不清楚”，工作人员会去查
question-yuan-a-month = 元
problem-sentence-too-long = 写了{ $count }个字，最多{ $most }个字。请写短一点
problem-choose-one = 请选一个回答。拿不准的，选“我不清楚”。
problem-choose-any = 请选一选。都没有的，选“都没有”。
problem-choose-not-both = “都没有”或“我不清楚”不能和别的一起选。请去掉一边。
problem-choose-county = 请选户口所在的县
problem-amount-missing = 请填每个月领多少元
problem-amount-wrong = 金额没有看懂。请只填数字，比如100或者83.20。
problem-amount-zero = 在领的，数要比0大。没有领的，选“没有领”。
problem-amount-too-fine = 小数点后面最多两位，比如83.20
problem-amount-too-large = 这个数太大了。请填每个月领多少元。
problem-amount-and-no = 填了钱数，又选了没有领或不清楚。请留下对的那一个。
problem-number-missing = 请填一个数
problem-number-wrong = 没有看懂这个数。请只填数字，比如12。
problem-number-in-other-unit = 这里按{ $unit }填。请换算一下，只填数字。
problem-number-too-fine = { $decimals ->
    [0] 请填整数，不要小数
   *[other] 小数点后面最多{ $decimals }位
}
problem-number-too-small = 这个数太小了。最小填{ $least }。
problem-number-too-large = 这个数太大了。最大填{ $most }。
problem-number-and-unknown = 填了数，又选了“我不清楚”。请留下对的那一个。
