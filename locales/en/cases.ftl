# My cases: how far they are, what is waited for, what can be done.

cases-title = My cases
cases-none = You have not sent an application yet.
cases-drafts = { $count ->
    [one] { $count } application you have begun
   *[other] { $count } applications you have begun
}
cases-more-help = See what other help there is
cases-open-other = Open another application with its reference and resume code
cases-number = Reference { $reference }
cases-caption = { $service }, reference { $reference }
cases-back = Back to this case

cases-working = In progress
cases-waits-for-you = Waiting for you
cases-granted = Granted
cases-partly = Granted in part
cases-refused = Not granted this time
cases-withdrawn = Withdrawn
cases-passed-on = Passed on
cases-on-hold-says = Once the certificate is in order we go on, and the time limits begin then. The day of your application stays.
cases-kept-says = The choice was to keep { $other }; the money stays as it is. Somebody looks at this one as well, and answers in writing.
cases-taken-says = The choice was to change to this one. { $other } stops in the month this one is granted; until then it is paid as before.
cases-choose-open = Only one of two is paid: please choose
cases-choose-says = This one pays { $this } a month, { $other } pays { $amount } a month. Nothing can be decided until you have chosen.
cases-choose-office = Only one of the two is paid, this one or { $other }, and the person has to choose. Call the number below, or tell the office which one.
cases-choose-go = Choose one
cases-choose-again = Choose the other one instead
cases-choose-keep = Keep { $name }, { $amount } a month
cases-choose-corrected = The amounts are now as below, so the choice has to be made again.
cases-choose-do = Choose this one
cases-choose-not = Not now
cases-granted-says = { $amount } a month, from { $from }.
cases-provided-says = Staff will arrange with you how and when you receive it.
cases-partly-says = { $amount } a month is granted, from { $from }. The letter says why this differs from what you asked for.
cases-notice-says = It is in public notice until { $day }. If nobody objects, payment begins.
cases-refused-says = The letter says why, what would change it, and how to contest it.
cases-withdrawn-says = You withdrew this application. You can apply again at any time.
cases-passed-on-says = { $office } decides. Its number there is { $number }.
cases-passed-on-says-only = { $office } decides. Its number there has not come yet.
cases-todo = { $count ->
    [one] Please hand in one more paper:
   *[other] Please hand in { $count } more papers:
}
cases-todo-later = You are helped without waiting for it. Bring it by { $day }.
cases-urgent = Your matter cannot wait: it comes first
cases-urgent-soon = The office works on this one first, and answers you as soon as it can.
cases-urgent-until = The office works on this one first, and decides by { $moment } at the latest.
cases-urgent-papers = You are helped before all papers are there. Bring them later.
cases-urgent-basis = Legal basis: { $basis }
cases-todo-until = Any day up to { $day }. The days of waiting do not count.
cases-papers = Hand in papers

cases-case-title = { $service }: { $state }
cases-about = Reference { $reference }, { $person }, sent on { $day }
cases-done-papers = Your papers have arrived
cases-done-papers-says = We go on. The new dates are below.
cases-done-corrected = Corrected
cases-done-corrected-says = The old and the new answer are both kept, and staff can see both.
cases-done-consents = Recorded
cases-done-consents-says = From now on this is what holds.
cases-done-letter-forms-says = Letters from now on are made so. If you want one that was sent already in another form, call the office.
cases-done-withdrawn = Withdrawn
cases-done-withdrawn-says = Nothing more will be done.
cases-done-objected = We have your objection
cases-done-objected-says = The office that looks into it has it, and tells you what it decides.
cases-done-contested = We have your request for reconsideration
cases-done-contested-says = We hand it to the county government. Within 5 working days of getting it they say whether it is taken up.
cases-done-chosen = Chosen
cases-done-chosen-says = Staff see which one you chose and on which day. You can change it until it is decided.
cases-gives = Granted
cases-gives-from = From
cases-why = Why it was decided so
cases-letter = Read the decision
cases-sealed = The decision is written; one step is left before you can read it here
cases-things = Which thing you get
cases-things-offered = You can choose one of these:
cases-things-why = Why these, as the office says:
cases-things-chosen = You chose: { $thing }.
cases-things-open = Please choose one
cases-things-wait = You were assessed, and some things suit you. Nothing can be decided until you have chosen.
cases-item-title = Which one would you like?
cases-item-which = Choose one
cases-item-hint = None of them suits you? Do not choose yet, and tell the office.
cases-item-not-chosen = Choose one
cases-things-choose = Choose one and tell the office, there or by telephone.
cases-things-change = If you want another one, tell the office. You can change it until the decision.
cases-lawyer = Your lawyer
cases-lawyer-by = You are told who it is by { $day }.
cases-lawyer-is = { $name }, { $firm }.
cases-lawyer-call = Call { $number }
cases-sealed-says = So that nobody else reads your letter, the office first has to see who applied. Bring the ID card to the office (under “Who looks after it” below), open this application there or say its number, and ask the officer to record it. Then you read and receive it here. If you cannot go, ask the office to come to you, or to bring the decision on paper.
cases-sealed-code = If the office has given you a link code, you can type it now.
cases-sealed-link = Type the link code
cases-objection-to = If you disagree, you can object to it at { $to }.
cases-contest-until = If you do not agree, you can ask for administrative reconsideration until { $day }.
cases-contest-over = The time to ask for administrative reconsideration was over on { $day }.
cases-clock-same = Saturdays, Sundays and public holidays do not count. Staff see the same clock.
cases-way = How far it is
cases-way-sent = Application sent
cases-way-counts = It counts from { $from }.
cases-way-accepted = Accepted, papers complete
cases-way-withdrawn = Application withdrawn
cases-way-forwarded = Passed on to the place of registration
cases-way-account = An office recorded the account for the money
cases-way-account-bank = The money goes to the bank card ending in { $last }.
cases-way-account-one-card = The money goes to the social security or “one card” account ending in { $last }.
cases-way-paid = First payment
cases-way-objected = You objected
cases-way-objection-decide = Looks into the objection and decides
cases-way-contested = Reconsideration asked for
cases-way-contest-pass-on = Hands the request on
cases-way-contest-take-up = Says whether it is taken up
cases-way-contest-reply = Sends its reply and the evidence
cases-way-contest-decide = Decides on the reconsideration
cases-objection = Objection
cases-objection-asked = You objected on { $day }; { $to } looks into it.
cases-objection-letter = See the notice of the result
cases-reconsider = Reconsideration
cases-reconsider-asked = You asked for reconsideration on { $day }. { $to } deals with it.
cases-reconsider-silent = Nobody said no: by law it counts as taken up since { $since }.
cases-reconsider-out-of-time = The decision on the reconsideration was due by { $due } and is late. You can go on waiting, or go to court until { $until }. For legal aid call 12348; it is free.
cases-reconsider-letter = Read the result of the reconsideration
cases-document-decision = Decision
cases-document-objection = Notice of the result of an objection
cases-document-reconsidered = Result of the reconsideration
cases-document-missing = List of missing papers
cases-document-receipt = Notice of acceptance
cases-document-forwarding = Forwarding letter
cases-document-of = { $document }, { $day }
cases-document-form = Application and approval form
cases-stop = { $who }: { $what }
cases-aside = About this case
cases-who-was = Who to ask
cases-who = Who looks after it
cases-officer = { $office }, { $officer }
cases-phone = Telephone
cases-phone-says = Tell them the reference.
cases-address = Address
cases-papers-given = Papers handed in
cases-paper-files = { $paper }, { $count ->
    [one] { $count } file
   *[other] { $count } files
}
cases-paper-seen = { $paper }, received at the window
cases-paper-window = { $paper }, you said you would bring it; not received yet
cases-paper-shown = { $paper }: seen in { $other }, not to be handed in
cases-documents = Letters and forms
cases-siblings = From the same application
cases-acts = You can also
cases-correct = Correct my answers
cases-consents = See and change what you agreed to
cases-withdraw = Withdraw the application
cases-objection-go = Object online
cases-contest = Ask for reconsideration online

cases-papers-title = { $count ->
    [one] Please hand in this paper
   *[other] Please hand in these { $count } papers
}
cases-asked = { $office } asked on { $asked }. Any day up to { $day } is fine.
cases-asked-why = { $office } says:
cases-asked-later = This is the whole list. The matter cannot wait, so you are helped without waiting for these papers.
cases-asked-clock = This is the whole list. Once it is complete we go on; the days of waiting do not count.
cases-paper-of-others = a file that somebody else sent
cases-paper-sent = { $count ->
    [one] { $count } file sent
   *[other] { $count } files sent
}
cases-paper-send = Send a photo or PDF
cases-paper-send-more = Send more or remove
cases-paper-neither = { $paper }: send a photo, or tick “I bring it to the office”
cases-send-paper = Send: { $paper }
cases-hand-in = All there, hand them in

cases-correct-title = Correct my answers
cases-correct-lead = This is what the office has now. Correct whatever is wrong.
cases-correct-says = Every change is recorded and the old answer is kept. You can correct until the decision.
cases-correct-other = For the name, the ID number, the phone, the address or the account, please call or go to a window.

cases-correct-not-asked = Was not asked
cases-correct-save = Change it to this
cases-correct-not = Leave it as it is
cases-register = government registers

cases-withdraw-title = Withdraw this application?
cases-withdraw-lead = If you withdraw, nothing more is done and there will be no decision.
cases-withdraw-again = You can apply again. It then counts from that month; the months in between are lost.
cases-withdraw-why = Why you withdraw it
cases-withdraw-do = Withdraw the application
cases-withdraw-not = Do not withdraw

cases-consents-title = What you agree to now
cases-consents-lead = You can change this at any time and as often as you like. It does not change the result.
cases-consents-which = Ticked means: agreed to now
cases-consents-hint = If you no longer agree, take the tick away. It counts from now on; what was done before stays as it is. It holds for everything in the same application.
cases-consents-do = Save
cases-consents-not = Leave it as it is
cases-letter-forms = Choose the form of letters
cases-letter-forms-title = In which form do you want letters?
cases-letter-forms-lead = You can change this at any time. It is for the letters on this case alone.
cases-letter-forms-which = Which forms
cases-letter-forms-hint = You can choose several. If you choose none, letters come on paper as usual. Online every letter is there in all forms.

cases-objection-title = Object
cases-objection-lead = You disagree with the decision of { $office } and can ask { $to } to look into it.
cases-objection-free = It is free of charge. The law names no last day; the sooner the better. If writing is hard, call or visit the office that decided, where an officer writes down what you say.
cases-objection-how-says = They see it at once and decide within { $days } days. They let the decision stand, or order the office to put it right.
cases-objection-do = Send the objection
cases-contest-title = Ask for administrative reconsideration
cases-contest-lead = If you do not agree with the decision of { $office }, { $to } can look at it again.
cases-contest-free = It costs nothing. You can also ask in writing or in person at the reconsideration office of the county government, or have somebody do it for you.
cases-contest-how = What happens then
cases-contest-how-says = We hand it to the county government within 5 working days and hold nothing back. Within 5 working days of getting it they say whether it is taken up; if they say nothing, it is. Then they usually decide within 60 days, and may take 30 more at most. The page of your case shows each step. Money that was granted goes on meanwhile. If you still disagree you can go to court. Legal aid is free: call 12348.
cases-contest-why = What do you think is wrong?
cases-contest-why-says = Your own words will do; no paragraphs of law are needed.
cases-contest-why-late = Your own words will do. Say also what kept you, and until which day.
cases-contest-over-still = If something you could not help kept you, such as a stay in hospital or a disaster, you can still ask. { $to } decides whether it is taken up. Otherwise call 12348 and ask what else can be done; it is free.
cases-contest-empty = Please say what you think is wrong
cases-contest-do = Send the request

cases-receive-title = Receive ¦the decision
cases-receive-lead = Your decision is ready. By pressing “Receive and open” you agree to receive it here, and today counts as the day it reached you.
cases-receive-objects = If you disagree with this decision you can object. Where and how is written in it.
cases-receive-counts = If you do not agree with the decision, you can ask for reconsideration. The days for that run from tomorrow; the last one is in the decision.
cases-receive-forms = Once it is open, large print, easy words, braille, a recording and files to keep are on the same page.
cases-receive-paper = If you want it on paper, do not open it yet. Call 12385 or ask at the window of your township or subdistrict.
cases-receive-do = Receive and open
cases-receive-not = Do not open yet

cases-seen-link = Who has read my file
cases-seen-title = Who has read ¦my file
cases-seen-lead = Whenever staff open your application, look at a whole number or open a paper you sent, it is noted here. Opening it is noted once a day.
cases-seen-none = No member of staff has read it yet.
cases-seen-caption =
    { $count ->
        [one] Once
       *[other] { $count } times, the latest first
    }
cases-seen-when = When
cases-seen-office = Which office
cases-seen-what = What they saw
cases-seen-why = Why
cases-seen-ask = Questions
cases-seen-office-gone = An office that has changed
cases-seen-case = Opened the application, numbers hidden
cases-seen-document = Opened a paper you sent
cases-seen-values = Saw in full: { $values }
cases-seen-and = , {""}
cases-seen-no-reason = No other reason given
cases-seen-more = Only the latest { $count } are listed. Ask for earlier ones at 12385.
cases-seen-ask-why = Ask why
cases-seen-ask-of = {""} ({ $office }, { $when })
cases-seen-asked = You asked on { $day }. You are answered by { $due }.
cases-seen-asked-late = You asked on { $day }; the answer was due on { $due }. Please call 12385.
cases-seen-answered = Answered on { $day }:
cases-seen-done = Your question is sent
cases-seen-done-says = The answer will stand in that line below.
cases-seen-why-title = Ask why ¦my file was read
cases-seen-why-lead = { $when }, { $office }. { $what }.
cases-seen-why-says = Not the person who read it answers, but those who supervise. You are answered here within { $days } working days. Asking changes nothing about your case.
cases-seen-words = What you want to say
cases-seen-why-do = Ask why
cases-seen-why-not = Do not ask

cases-rate = Are you satisfied?
cases-rate-says = You rate the office. It changes nothing about your case. The staff who handle it do not see who gave a mark.
cases-rate-which = Are you satisfied with this step: { $moment }?
cases-moment-accepted = Acceptance
cases-moment-handled = Checking
cases-moment-decided = Decision
cases-mark-very-satisfied = Very satisfied
cases-mark-satisfied = Satisfied
cases-mark-fairly-satisfied = Fairly satisfied
cases-mark-dissatisfied = Not satisfied
cases-mark-very-dissatisfied = Not satisfied at all
cases-rate-send = Send the mark
cases-rate-earlier = Rate this step: { $moment }
cases-rate-given = { $moment }: on { $day } you said “{ $mark }”.
cases-rate-others = { $moment }: somebody has rated this already.
cases-rate-change = Change the mark
cases-rate-waits = We are looking into it. You are answered here by { $due }.
cases-rate-late = The answer was due on { $due } and is late. We are sorry. Please call 12385.
cases-rate-answered = Answered on { $day }:
cases-rate-answered-called = Called on { $called }, answered on { $day }:
cases-done-rated = We have your mark
cases-done-rated-says = Thank you. To change it, see “Are you satisfied?” on this page.
cases-done-rated-more = Thank you. You need not write anything more.
cases-rate-title = Rate this step: ¦{ $moment }
cases-rate-words = What was good, what was not
cases-rate-words-says = At most { $most } characters.
cases-rate-low = Not satisfied: we look into it
cases-rate-low-says = Not the people who handle it, but those who supervise them look into it. You are answered on the page of the case within { $days } working days, by { $due }.
cases-rate-call = Shall we call you?
cases-rate-call-says = Without a call it is looked into and answered all the same.
cases-rate-call-application = Call the number of the application, { $phone }
cases-rate-call-other = Call another number
cases-rate-call-no = No call
cases-rate-phone = The other number
cases-rate-phone-says = Only if you chose “Call another number”. A landline with its area code.
cases-rate-save = Save the mark
cases-rate-not = Back to the case without writing
cases-rate-empty = Choose how satisfied you are
cases-rate-phone-empty = You chose “Call another number”: enter the number
cases-rate-over = This mark has been answered and cannot be changed. The answer is on the page of the case

# Points on the waiting list
cases-points = Points on the waiting list
cases-points-says = Many homes wait. The more points, the earlier. They can change once the home was visited.
cases-points-score = { $score } points in all
cases-points-part = { $part }: { $points } points
