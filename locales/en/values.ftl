# How values are written, one way for the whole portal.

value-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
value-day-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
} { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
value-moment = { $day }, { $time }
value-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
value-money = { $amount } yuan
value-grade = grade { $grade }
value-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
value-working-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
value-without-words = A provision of that time whose name is no longer in use ({ $id })
value-as-it-is = { $words }
value-centimetres = { $count ->
    [one] { $number } centimetre
   *[other] { $number } centimetres
}
value-metres = { $count ->
    [one] { $number } metre
   *[other] { $number } metres
}
value-kilograms = { $count ->
    [one] { $number } kilogram
   *[other] { $number } kilograms
}
value-how-many = { $count ->
   *[other] { $number }
}
value-years = { $count ->
    [one] { $number } year
   *[other] { $number } years
}
value-years-old = { $count ->
    [one] { $number } year old
   *[other] { $number } years old
}
unit-centimetres = centimetres
unit-metres = metres
unit-kilograms = kilograms
unit-how-many = in all
unit-years = years
unit-years-old = years old
