# All services, and the page of each.

catalogue-title = All services
catalogue-lead = Each says who it is for, how much it gives and how to get it. If you do not know which is yours, check first.
catalogue-check = Check what I can apply for
catalogue-monthly = { $amount } per person a month
catalogue-monthly-from = from { $amount } per person a month, depending on the county

service-start = Start
service-apply = Apply now
service-check = Check whether I can get it
service-check-note = No sign-in, no name.
service-differs = The amount differs from county to county.
service-choose-county = Choose a county to see its amount
service-here = At present in { $county }
service-per-month = per person a month
service-rule = This is the rule of { $county } since { $since }, based on { $basis }.
service-rule-unverified = This is the amount in { $county } since { $since }.
service-unverified = Please ask about this amount
service-unverified-says = We could not yet check it against an official document. The township or street where you are registered knows for sure, or call 12385.
service-other-county = Another county
service-who = Who can get it
service-who-all = { $count ->
    [one] This must hold:
   *[other] All { $count } must hold:
}
service-who-not = Who cannot get it
service-who-any = One of these is enough:
service-apply-anyway = If you are not sure you can still apply. A person will look at it.
service-papers = What to have ready
service-paper = Paper
service-paper-from = Who provides it
service-paper-note = Note
service-paper-user = From you
service-paper-shared = We look it up
service-paper-not-needed = No longer needed
service-papers-later = You can apply with a paper or two missing. We tell you once what else is needed.
service-time = How long it takes
service-within = within { $days }
service-time-pause = Days spent waiting for your papers do not count.
service-ways = How to apply
service-online-check = Check online whether you can get it and what to bring, then hand it in at a window.
service-office = Every township and street service centre accepts applications. { $office }: { $address }, open { $hours }.
service-office-call = Call the window: { $number }
service-form = On paper
service-form-says = Print the form, fill it in, and hand it in at a window or send somebody with it.
service-form-print = Print the form
service-bases = The documents behind it
catalogue-accrues = Counted from
catalogue-accrues-says = the month you apply
catalogue-paid = Arrives
catalogue-paid-says = once granted, by the 10th of each month
catalogue-or = { $one }; or { $other }
catalogue-place-title = Which county’s amount ¦do you want to see?

# A service in sign language
sign-title = In sign language
sign-label = “{ $service }” explained in sign language, { $length }
sign-captions = Chinese captions
sign-fetch = Fetch the film
sign-words = What is signed, in words
sign-seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
}
sign-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
sign-both = { $minutes } { $seconds }

# The things that a service can give
service-gives = What is given: { $what }.
items-browse = See what can be given
items-here = What can be given
items-title = { $service }: what can be given
items-lead = Choose what you need help with, then see the things. It does not matter if you do not know which: the assessment will show.
items-needs = What do you need help with?
items-count = { $count ->
    [one] { $count } thing
   *[other] { $count } things
}
items-between = {", "}
items-of-need = { $need }: what there is
items-of-need-lead = Which of them is given is settled after somebody has seen you. The choice is yours.
items-ask = How often it can be replaced and how much is paid differs from place to place. Ask your county federation.
items-fits = For whom
items-assessment = Assessment
items-assessment-none = None of its own
items-assessment-county = By the county federation
items-assessment-centre = By a service centre
items-side = Sides
items-side-says = Left and right count separately
items-often = Replaced
items-often-says = after { $months } months
items-ceiling = At most
items-ceiling-says = { $amount } at most
items-suggested = What might help:
