# 数值怎么写，整个网站一个样：念出来也对。

value-date = { $year }年{ $month }月{ $day }日
value-day-weekday = { $month }月{ $day }日（{ $weekday ->
    [1] 星期一
    [2] 星期二
    [3] 星期三
    [4] 星期四
    [5] 星期五
    [6] 星期六
   *[7] 星期日
}）
value-moment = { $day } { $time }
value-month = { $year }年{ $month }月
value-money = { $amount }元
value-grade = { $grade ->
    [1] 一级
    [2] 二级
    [3] 三级
   *[4] 四级
}
value-days = { $days }天
value-working-days = { $days }个工作日
value-without-words = 当时的一项规定，名称已不再使用（{ $id }）
value-as-it-is = { $words }
value-centimetres = { $count ->
   *[other] { $number }厘米
}
value-metres = { $count ->
   *[other] { $number }米
}
value-kilograms = { $count ->
   *[other] { $number }公斤
}
value-how-many = { $count ->
   *[other] { $number }个
}
value-years = { $count ->
   *[other] { $number }年
}
value-years-old = { $count ->
   *[other] { $number }岁
}
unit-centimetres = 厘米
unit-metres = 米
unit-kilograms = 公斤
unit-how-many = 个
unit-years = 年
unit-years-old = 岁
