# The result of the check. First what came out, then what can be done.

check-change = Change your answers
check-title-some = { $count ->
    [one] You can probably get { $count } benefit
   *[other] You can probably get { $count } benefits
}
check-title-assess = { $count ->
    [1] One service is decided after an assessment
   *[other] { $count } services are decided after an assessment
}
check-title-hold = Put one thing in order and you can get it
check-title-open = A few answers are missing
check-title-elsewhere = The place where you are registered decides
check-title-county = Your county’s own rule decides
check-title-none = On these answers you probably cannot get it now
check-result-lead = Checked by the rules of { $county } and your answers.
check-result-lead-anywhere = Checked by your answers.
check-not-a-decision = This is not a decision. Staff decide in the end. Whatever the result, you can apply.
check-group-entitled = What you can very likely get
check-group-assess = Possible after an assessment
check-group-perhaps = What you may get, once something is done, answered or looked at
check-group-elsewhere = Decided where you are registered
check-group-matter = For a matter, if you have one
check-group-no = Not at present, and why
check-eligible = Very likely
check-assess = Assessment first
check-choose-one = Yes, one of two
check-unverified = Please ask about this rule
check-unverified-says = We could not yet check it against an official document. The township or street where you are registered knows for sure, or call 12385.
check-on-hold = One thing to put in order first
check-local-rule = Decided where you are registered
check-county-rule = Decided by the county
check-needs-matter = For a matter
check-ineligible = Not at present
check-unknown = Not known yet
check-amount = { $amount } a month, from { $from }.
check-in-kind-says = What is given is a thing or a service, not money every month.
check-items = { $service }: see what can be given
check-assess-says = Everything else is met; a professional still has to assess. You can apply now, and staff arrange the assessment.
check-from = From { $from }.
check-per-month = a month
check-choose-one-says = You cannot receive both. You choose.
check-take-this = { $this } gives { $difference } a month more than { $other }.
check-keep-other = Keeping { $other } gives { $difference } a month more than { $this }.
check-either = Both give the same. Either will do.
check-hold-says = Everything else is met; only the certificate must be put in order first. You can apply now: once it is, we go on, and the day you applied stays.
check-hold-then = Then it is { $amount } a month.
check-local-rule-says = If you are registered outside Hunan, the rules there apply. You can hand in your application here and we pass it on.
check-county-rule-says = Some counties take in households like yours, some do not. You can apply, and your county looks it up.
check-needs-matter-says = Nobody asks you here what happened. If something did, apply, and say there what it is about.
check-unknown-then = If the conditions are met: { $amount } a month.
check-unknown-says = These answers are missing:
check-why = Why
check-for = Met
check-against = Not met
check-hold = First this
check-open = Not known yet
check-answer = Your answer: { $answer }.
check-basis = Based on { $basis }.
check-answer-basis = Your answer: { $answer }. Based on { $basis }.
check-answer-now = Answer now
check-papers = What to have ready
check-paper = { $paper }: { $note }
check-papers-all = All papers of { $service }, and what we look up ourselves
check-your-answers = Your answers
check-your-answers-says = After a change the result is worked out again at once.
check-back = Back to the result
check-to-do = What to do, and where
check-if = { $count ->
    [one] If this were so, you could get it
   *[other] If all of this were so, you could get it
}
check-if-open = { $count ->
    [one] If this were so, you might get it; it also depends on what was not asked
   *[other] If all of this were so, you might get it; it also depends on what was not asked
}
check-change-then = It would then be { $amount } a month.
check-anyway = If you think this is wrong, or your case is special, you can still apply. A person will look at it.
check-anyway-apply = Apply for { $service } all the same
check-anyway-window = If you think this is wrong, or your case is special, you can still apply at any township or street window. A person will look at it.
check-next = Next
check-apply = Apply for { $service }
check-apply-together = Apply for these { $count } together
check-apply-only = Only apply for { $service }
check-next-keep = To keep { $other }, there is nothing to apply for and nothing to do.
check-next-carried = Your answers are taken over.
check-next-window = Take your ID card, your bank card and the disability certificate, if there is one, to any township or street window.
check-not-kept = Unless you apply, we do not keep these answers.
check-answer-place = registered in { $place }
check-answer-amount = { $amount } a month
check-answer-measured = { $value }
check-also-met = { $count ->
    [1] One more condition is met
   *[other] { $count } more conditions are met
}
