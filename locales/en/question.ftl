# Words that every question uses.

question-back = Previous question
question-return = Back
question-progress = Question { $at } of at most { $most }
question-optional = { " " }(you can leave this empty)
question-wrong = Error:{ " " }
question-wrong-of = { $says } ({ $what })
question-wrong-count = { $count ->
    [one] There is { $count } thing to put right
   *[other] There are { $count } things to put right
}
question-or = or
question-unknown = I do not know
question-year = Year
question-month = Month
question-day = Day
question-title = { $question } — { $part }
question-continue = Continue
question-why = Why we ask this
question-none-of-these = None of these
question-not-received = No
question-received = Yes
question-how-much = How much a month?
question-how-much-hint = If yes, type the monthly amount, such as 100 or 83.20. If you do not know how much, choose “I do not know” and staff will find out
question-yuan-a-month = yuan
problem-sentence-too-long = This has { $count } characters, and at most { $most } are possible. Please shorten it
problem-choose-one = Choose an answer. If unsure, choose “I do not know”.
problem-choose-any = Choose what applies. If nothing does, choose “None of these”.
problem-choose-not-both = “None of these” or “I do not know” cannot go with other answers. Remove one side.
problem-choose-county = Choose the county of the household registration
problem-amount-missing = Type how many yuan a month
problem-amount-wrong = We could not read the amount. Type digits only, such as 100 or 83.20.
problem-amount-zero = If you receive it, the amount is more than 0. If you do not, choose “No”.
problem-amount-too-fine = At most two digits after the point, such as 83.20
problem-amount-too-large = This is too much. Type how many yuan a month.
problem-amount-and-no = There is an amount, and “No” or “I do not know” is chosen. Keep the one that is right.
problem-number-missing = Type a number
problem-number-wrong = We could not read the number. Type digits only, such as 12.
problem-number-in-other-unit = Here we count in { $unit }. Convert the number and type digits only.
problem-number-too-fine = { $decimals ->
    [0] Type a whole number, without decimals
    [one] At most one digit after the point
   *[other] At most { $decimals } digits after the point
}
problem-number-too-small = This number is too small. The smallest is { $least }.
problem-number-too-large = This number is too large. The largest is { $most }.
problem-number-and-unknown = There is a number, and “I do not know” is chosen. Keep the one that is right.
