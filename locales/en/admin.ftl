# Pages for those who administer and audit.

admin-audit = Who saw what
admin-audit-lead = What members of staff searched for, which cases they opened, which numbers they saw in full, and the reason they gave. Nothing about the people themselves is shown here.
admin-audit-and = { ", " }
admin-audit-narrow = Narrow
admin-audit-all = Show everything
admin-audit-only = Only { $name }
admin-audit-revealed-only = Only full numbers and documents
admin-audit-reference-wrong = This is not a case number; copy it from the receipt
admin-audit-from = From
admin-audit-to = To
admin-audit-day-wrong = There is no such day. Give year, month and day
admin-audit-days-order = The last day cannot be before the first
admin-audit-none = Nothing on record
admin-audit-caption = The latest first, { $count } on this page
admin-audit-officer = Who
admin-audit-when = When
admin-audit-what = What
admin-audit-why = Reason
admin-audit-case = Opened the case
admin-audit-search = Searched (by { $by }), { $count } cases shown
admin-audit-by-name = name
admin-audit-by-links = ID number, to see links
admin-audit-by-delegations = ID number, to see who acts for them
admin-audit-by-link-code = ID number, to give a link code
admin-audit-by-filing = ID number, to file for them
admin-audit-by-one-time-code = account and ID number, to give a one-time code
admin-audit-no-case = No single case
admin-audit-document = Opened a document
admin-audit-values = Saw in full: { $values }
admin-audit-no-reason = None needed
admin-audit-erased = Erased by law

admin-jobs = Work that failed
admin-jobs-lead = The portal does some work by itself, every night for example. What failed ten times is listed here, without anything about people. First mend the reason, then have it tried again.
admin-jobs-revived = It is tried again within a few seconds. If it fails again, it is listed here again tomorrow.
admin-jobs-none = Nothing has failed for good
admin-jobs-caption = The latest first, { $count } in all
admin-jobs-kind = What
admin-jobs-since = Given up
admin-jobs-tries = Tries
admin-jobs-problem = What went wrong
admin-jobs-do = What to do
admin-jobs-revive = Try again
admin-jobs-seal = Sealing the record of what happened
admin-jobs-end-notices = Ending public notices whose time is over
admin-jobs-sweep = Clearing away what nobody needs any more

# A machine in a hall
admin-kiosk = A machine in a hall
admin-kiosk-says = Set this only while you stand at that machine. From then on people use this browser one after another.
admin-kiosk-is = This browser is that of a machine in a hall.
admin-kiosk-begin = Make it a machine in a hall
admin-kiosk-stop = Make it an ordinary browser again
admin-kiosk-simple = It begins in the simple view
admin-kiosk-traces = Nothing is left once the browser is closed, nor who signed in
admin-kiosk-time = A page covers itself after 5 minutes, warns 1 minute before, and can be given more; 10 minutes without use sign out
admin-kiosk-button = Every page has “I am done: wipe everything”
admin-kiosk-then = This signs you out and leads to the first page.

admin-feedback = Site feedback
admin-feedback-lead = What residents say does not work on the site. It is answered within 15 working days, the oldest first.
admin-feedback-none = Nothing waits for an answer
admin-feedback-caption = The oldest first, { $count } in all
admin-feedback-received = Received
admin-feedback-due = Answer by
admin-feedback-state = How far it is
admin-feedback-open = Waits for an answer
admin-feedback-late = Overdue
admin-feedback-answered = Answered, not closed
admin-feedback-closed = Closed
admin-feedback-number = Number
admin-feedback-one = Site feedback { $number }
admin-feedback-said = What was said
admin-feedback-nothing = Nothing
admin-feedback-and = { ", " }
admin-feedback-before = Answers so far
admin-feedback-answer = Answer
admin-feedback-answer-says = Whoever told it reads this word for word.
admin-feedback-answer-empty = Please write an answer
admin-feedback-send = Send the answer
admin-feedback-end = Close
admin-feedback-end-says = When it is answered and dealt with, close it.
admin-feedback-close = Close this
admin-feedback-first = Nobody has answered. Please answer first, then close it
admin-feedback-over = This is closed and takes no more answers
admin-feedback-meanwhile = Somebody else has just worked on this. Please look above, then send it again
admin-feedback-done = It is written down

admin-asked = Asked why it was read
admin-asked-link =
    { $count ->
        [one] Asked why it was read (1 waits for an answer)
       *[other] Asked why it was read ({ $count } wait for an answer)
    }
admin-asked-lead = People saw that staff had read their file and ask why. Find out first, then answer, within { $days } working days. Whoever read it does not answer.
admin-asked-none = None waits for an answer.
admin-asked-caption = Waiting for an answer, the oldest first: { $count }
admin-asked-on = Asked on
admin-asked-due = Answer by
admin-asked-state = State
admin-asked-open = Waits for an answer
admin-asked-late = Overdue
admin-asked-one = { $reference }: asked why it was read
admin-asked-said = What the person says
admin-asked-nothing = Nothing else was said.
admin-asked-answer = Answer
admin-asked-answer-says = The person reads it. Write who looked for what work; where it should not have been read, write what is done about it.
admin-asked-send = Answer the person
admin-asked-empty = Write the answer
admin-asked-meanwhile = Somebody else has just answered; see above
admin-asked-own = It was you who read it; another auditor has to answer.
admin-asked-done = Answered; the person can read it now

# What services lack
admin-services = What services lack
admin-services-lead = Every service should be explained in the national sign language, and every amount and limit should rest on a document that somebody verified.
admin-services-service = Service
admin-services-folder = Folder
admin-services-film = Film in sign language
admin-services-no-film = None yet
admin-services-unverified = Places whose values nobody could verify
admin-services-verified = All verified
admin-services-how = How a film is added stands in docs/ADDING-A-SERVICE.md. Amounts and documents are entered with the command zhida policy, by two people.
