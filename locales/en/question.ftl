# Words that every question uses.

question-back = Previous question
question-progress = Question { $at } of at most { $most }
question-optional = { " " }(you can leave this empty)
question-wrong = Error:{ " " }
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
