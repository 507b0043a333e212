# Pages of the working side: the queue, finding a case, the case, the form of each step.

casework-as-it-is = { $words }
casework-caption = { $name }, { $service }, number { $number }
casework-titled = { $title } — { $name }
casework-officer = { $office }, { $name }

# How it stands
casework-on-time = On time
casework-due-soon = Due soon
casework-overdue = Overdue
casework-waiting = Waiting for the person
casework-decided = Decided
casework-closed = Closed
casework-due-today = { $day }, due today
casework-due-left = { $day }, { $days ->
    [1] 1 working day left
   *[other] { $days } working days left
}
casework-due-over = { $day }, { $days ->
    [1] 1 working day over
   *[other] { $days } working days over
}
casework-due-paused = Clock stopped, { $days ->
    [1] 1 working day left when it goes on
   *[other] { $days } working days left when it goes on
}
casework-due-nothing = No limit

# The queue
casework-queue = To do
casework-queue-title = To do: { $list }
casework-lists = Lists
casework-list-mine = Mine
casework-list-office = My office
casework-list-unclaimed = Unclaimed
casework-list-narrowed = narrowed
casework-count = { $count }
casework-count-more = more than { $count }
casework-filters = Narrow the list
casework-filter = Narrow
casework-filter-none = Show all
casework-order-due = Nearest limit first
casework-order-submitted = Oldest application first
casework-order-changed = Last changed first
casework-queue-caption = { $order }, { $count ->
    [1] 1 case on this page
   *[other] { $count } cases on this page
}
casework-queue-empty = Nothing to do here.
casework-queue-none-found = Nothing fits. Choose something else, or show all.
casework-name = Name
casework-reference = Number
casework-service = Service
casework-township = Hukou
casework-stage = Step
casework-submitted = Handed in
casework-due = Limit
casework-standing = State
casework-desk = Who has it
casework-desk-mine = Me
casework-desk-nobody = Nobody
casework-claim = Claim
casework-next-case = Take the next case
casework-pages = Pages
casework-first-page = Back to the first page
casework-further = Further
casework-last-page = That is all

# Finding a case
casework-search-title = Find a person or case
casework-search-label = Number, resident ID, certificate number, or name
casework-search-hint = Whole numbers and whole names. Names are looked for in your area only.
casework-search-act = Find
casework-search-noted = Whom you look for is recorded, and the person can see it.
casework-search-none = Nothing found
casework-search-none-says = A character may be wrong, or it is not in your area.
casework-search-found = { $count ->
    [1] 1 case found
   *[other] { $count } cases found
}
casework-search-more = There are more. Look by resident ID instead.
casework-id-number = Resident ID
casework-certificate-number = Certificate number
casework-phone = Telephone
casework-address = Address
casework-account = Payment account

# The case
casework-case-title = { $name }, { $service }, { $stage }
casework-case-heading = { $name } · { $service }
casework-case-number = Number { $number }. { $came }
casework-barred = You cannot work on this case
casework-aside = Limit and what to do
casework-provisional = The holidays of one year in this limit are not published yet: the day may still change.
casework-paused = Clock stopped from { $from } to { $to }.
casework-paused-since = Clock stopped since { $from }.
casework-acts = What you can do now
casework-nothing-to-do = There is nothing for you to do now.
casework-print = Print
casework-decision = Decision
casework-trace = Condition by condition
casework-trace-from = Which rules were used
casework-trace-made = By the rules of { $day }, version { $version }.
casework-trace-fact = { $fact }: { $value } ({ $source })
casework-trace-basis = Basis: { $basis }
casework-next-sentence = {"; "}
casework-and = {", "}
casework-nearest = It would be met with: { $changes }.
casework-for = Met
casework-against = Not met
casework-beside = No effect
casework-open = Not known
casework-documents = Papers
casework-document = Paper
casework-file = File
casework-from = From
casework-came-on = Received
casework-documents-noted = Opening a file is recorded. Files are downloaded and never run in the page.
casework-no-file = No file
casework-not-yet = Not yet
casework-person = The person
casework-facts = Stated and looked up
casework-source-stated = the person says so
casework-source-register = from a register
casework-source-officer = an officer saw proof
casework-duplicates = Other applications of this person
casework-duplicates-none = None.
casework-history = What happened
casework-entry-by = { $when }, { $who }
casework-quoted = “{ $words }”
casework-back-to-case = Back to the case

# Seeing whole numbers
casework-reveal = See whole numbers
casework-reveal-lead = To see whole numbers you give a reason. The person can find out who looked, and why.
casework-reveal-what = What do you need to see?
casework-reveal-why = Why?
casework-reveal-words = In more words
casework-reveal-words-hint = Required for “another reason”.
casework-reveal-act = Record the reason and show me
casework-revealed = Whole numbers
casework-revealed-once = Shown this once
casework-revealed-noted = Recorded: you looked at these because “{ $reason }”. To look again you give a reason again.
casework-why-identity = To check who the person is
casework-why-contact = To reach the person
casework-why-register = To check against a register
casework-why-payment = To check the payment account
casework-why-other = Another reason
casework-why-with = { $why }: { $words }

# What is done
casework-accept = Accept
casework-accept-lead = Accept when the papers are complete. The notice of acceptance goes out; the clock goes on.
casework-identity = Confirm the identity
casework-identity-lead = Once confirmed, the account that handed this in can read its letters.
casework-identity-act = Record it
casework-identity-how = How was it confirmed?
casework-identity-how-hint = The original card or household register must have been seen.
casework-identity-in-person = The person was here with their card
casework-identity-representative = The representative was here with both cards and proof of the relation
casework-identity-home-visit = An officer was at their home
casework-identity-video = By video, with the card shown
casework-identity-linked = The account was linked to the person before
casework-papers = Ask for papers
casework-papers-lead = Name everything missing at once. The clock stops; papers can come until { $until }.
casework-papers-second = One list was sent already. What was not on it needs the supervisor.
casework-papers-act = Send the list
casework-papers-which = What is missing?
casework-papers-sentence = What is wrong, and how to put it right
casework-papers-sentence-hint = The person reads this. Use plain words.
casework-supply = Papers came in
casework-supply-lead = Record what came to the counter. The clock goes on.
casework-supply-act = Record it
casework-supply-which = What came?
casework-return = Return to the step before
casework-return-lead = Back to: { $stage }. They will read your reason.
casework-return-act = Return
casework-return-sentence = Why?
casework-staff-reads = Colleagues read this; the person may ask to.
casework-forward = Forward to the hukou place
casework-forward-lead = { $place } decides; this office receives and forwards.
casework-forward-act = Forward
casework-forward-office = To which office?
casework-forward-number = Number of the receipt
casework-forward-number-hint = From the national system, or of the postal item.
casework-review = Record a finding
casework-review-act = Pass on
casework-opinion = What did you find?
casework-opinion-meets = Conditions met
casework-opinion-fails = Conditions not met
casework-opinion-doubtful = To be looked into further
casework-review-sentence = What was checked, and how it stands
casework-decide = Decide
casework-decide-lead = The letter states the conditions chosen here and your words.
casework-decide-second = In force once a second person signs. The letter states the conditions chosen here and your words.
casework-decide-act = Make the decision
casework-decide-which = What is decided?
casework-decide-grant = Grant { $monthly } a month from { $from }
casework-decide-grant-plain = Grant
casework-decide-partial = Grant in part
casework-decide-refuse = Refuse
casework-decide-monthly = How much a month?
casework-decide-monthly-hint = Only for a grant in part.
casework-per-month = yuan a month
casework-decide-from = From which month?
casework-decide-from-hint = Only for a grant in part, such as 2026-11.
casework-decide-reasons = Which conditions does it rest on?
casework-decide-reasons-hint = The legal basis is added to the letter.
casework-decide-sentence = To the person
casework-decide-sentence-hint = Say why in plain words.
casework-sign = Second signature
casework-sign-lead = The decision is in force once you sign.
casework-sign-act = Send
casework-sign-says = The decision
casework-sign-which = Do you agree?
casework-sign-yes = Yes, sign
casework-sign-no = No, send back to be decided again
casework-sign-sentence = Why not?
casework-end-notice = End the public notice
casework-end-notice-lead = The notice has run its time and every objection was answered. The award takes effect.
casework-end-notice-act = End the notice and make the award
casework-objection = Answer an objection
casework-objection-lead = Somebody says: “{ $says }”
casework-objection-act = Record the answer
casework-objection-which = Is it right?
casework-objection-yes = Yes, decide again
casework-objection-no = No, the notice goes on
casework-objection-sentence = What was looked into, and why
casework-serve = Record that a letter arrived
casework-serve-lead = The time to contest counts from this day.
casework-serve-act = Record it
casework-serve-which = Which letter?
casework-serve-on = When did it arrive?
casework-serve-way = How?
casework-way-in-person = Handed to the person
casework-way-post = By post
casework-way-family = Handed to adult family or the guardian
casework-correct = Correct a fact
casework-correct-lead = { $fact }, held now: { $held }. The old value is kept.
casework-correct-act = Correct and check again
casework-correct-value = It should be
casework-correct-source = On what grounds?
casework-correct-sentence = Why?
casework-lift-hold = The certificate is in order
casework-lift-hold-lead = The rules run again on the facts held now, and the case goes on.
casework-lift-hold-act = Run the rules again and go on
casework-overlap = One of two benefits
casework-overlap-lead = This one pays { $this } a month, the other { $other }. The person chooses, not the office.
casework-overlap-act = Record the choice
casework-overlap-which = Which one does the person want?
casework-overlap-this = This one; the other ends
casework-overlap-other = Keep the other
casework-reassign = Hand to a colleague
casework-reassign-lead = The colleague goes on with it.
casework-reassign-act = Hand over
casework-reassign-to = To whom?
casework-note = Write a note
casework-note-lead = Colleagues read this; the person may ask to.
casework-note-act = Save the note
casework-note-sentence = Note
casework-refused = Not done

# Two officers at once
casework-conflict = A colleague has just worked on this case
casework-conflict-lead = So that nothing is overwritten, your step was not saved. What you typed is below.
casework-conflict-since = Done since you opened it
casework-conflict-yours = What you were about to do
casework-conflict-again = Do it all the same
casework-conflict-gone = This cannot be done now
casework-conflict-look = See the case as it is

# Substitutes
casework-substitutes = Substitutes
casework-substitutes-title = Substitutes for posts
casework-substitutes-lead = While a colleague is away somebody else fills the post, on these days and for this post only.
casework-substitutes-none = No substitutes are named.
casework-substitute-new = Name a substitute
casework-substitute-act = Name the substitute
casework-substitute-of = Whose post
casework-substitute-by = Who fills it
casework-substitute-from = From
casework-substitute-to = Until
casework-substitute-end = End now
casework-substitute-days = { $from } to { $to }
casework-post = Post
casework-office = Office
casework-period = Days
