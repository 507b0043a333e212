# When something does not work. First that it is no harm, then what to do.

errors-400 = We could not read this
errors-400-says = What arrived was not complete, perhaps because the connection broke. Please go back and try again.
errors-403 = This page is not open to you
errors-403-says = It is for somebody else or for other staff. If you think you should see it, please call us.
errors-acting-ended = You no longer act in this matter
errors-acting-ended-says = You may no longer act for this person: they or an office ended it, or its time is over. So this page cannot be seen any more, and what you just typed was not saved. “Acting for others” in your account says which one ended and why. The person can go on themselves, or give you a new code.
errors-404 = This page was not found
errors-404-says = The address may be wrong, or the page has moved.
errors-404-draft = This application is not here any more
errors-404-draft-says = It may have been thrown away, or its time has passed. Or the address is mistyped.
errors-405 = This step does not work like that
errors-405-says = Perhaps the page was reloaded or you went back. Please take this step again from the page before.
errors-408 = This came too slowly
errors-408-says = It is not your fault: the connection was slow or broke. Nothing of this step was saved. Please go back, look at what you filled in, and send it again where the signal is better.
errors-409 = Somebody has just changed this
errors-409-says = So as not to overwrite it, nothing was saved this time. Please open the newest page and look before you change it.
errors-413 = This is too large
errors-413-says = A file can have 10 MB at most. Take smaller photos, or send one at a time.
errors-415 = We cannot open this kind of file
errors-415-says = Please send photos or PDF files. You can also bring the paper to a window.
errors-422 = Some of this cannot be saved
errors-422-says = Please go back, look at it and put it right.
errors-429 = Please wait a little
errors-429-says = There were too many tries in a short time. For safety, please come back in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
errors-500 = Something went wrong on our side
errors-500-says = It is not your fault. We have a record of it and will mend it.
errors-503 = Very busy, or being maintained
errors-503-says = It is not your fault. Please try again in a few minutes.
errors-typed-saved = Everything up to the page before is saved.
errors-typed-nothing = This step saved nothing and did not change your application.
errors-do = If it is urgent
errors-do-says = Call, and staff will go on with you. Any township or street window will do as well.
errors-number = Please tell them this number: { $number }.
errors-again = Try again
errors-home = To the first page
