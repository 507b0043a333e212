# Decisions, notices, forms, and public notices.

letter-translation = This is a translation. The Chinese text is the one that counts.
letter-easy = This is in easy words; the original in standard words is what counts. Choose standard words in the settings to see it.
letter-form-whole = Print with whole numbers (give a reason; it is recorded)
letter-print = To print it, use your browser’s print command. Only the letter itself is printed.
letter-to = { $name } (resident ID number { $number }):
letter-seal = (seal)
letter-officer-says = In the officer’s words:
letter-ask = If anything is unclear, call { $phone } and give the reference { $reference }.

issuer-subdistrict = { $place } Subdistrict Office, { $county } People’s Government
issuer-township = People’s Government of { $place }, { $county }
office-township = { $place }
office-county-federation = { $place } Disabled Persons’ Federation
office-justice-bureau = Justice bureau of { $place }
office-legal-aid-centre = Legal aid centre of { $place }
office-civil-affairs = { $place } Civil Affairs Bureau
office-government = { $place } People’s Government
office-townships = { $place }, all townships

letter-formats = Other forms of this letter
letter-formats-and = {", "}
letter-formats-missing = Not to be had here at the moment: { $which }. If you need one, call { $phone } and the office prepares it for you.
letter-formats-back = Back to the letter
letter-format-large = Large print
letter-format-easy = Easy read
letter-format-text = Text file
letter-format-pdf = PDF file
letter-format-large-pdf = PDF file in large print
letter-format-braille = Braille
letter-format-brf = File for braille embossers (BRF)
letter-format-audio = Recording (machine voice)
letter-form-large = large print
letter-form-easy = easy words
letter-form-braille = braille
letter-form-audio = a recording
letter-forms-usual = Form of letters: on paper, as usual.
letter-forms-are = Form of letters: { $forms }.
letter-forms-change = Change the form
letter-large-title = Large print: { $title }
letter-easy-title = Easy read: { $title }
letter-page-of = Page { $page } of { $of }
letter-braille-title = Braille: { $title }
letter-braille-says = National Common Braille, made by a machine. Single characters may be wrong; the printed words count. If you find something wrong, call { $phone }.
letter-braille-begins = This braille was made by a machine. Single characters may be wrong; the printed words count.
letter-braille-pages = Embossed it has { $pages ->
    [one] 1 page
   *[other] { $pages } pages
 } of 25 lines with 40 cells each.
letter-cannot-title = This form cannot be made now
letter-cannot-font = The font that is needed for PDF is not installed here.
letter-cannot-glyph = The letter has a character that the font here does not have.
letter-cannot-braille = The software for braille is not installed here.
letter-cannot-cells = The letter has a character that the braille software does not know. If it is in your name, say on the account page how it is read, then come back.
letter-cannot-failed = Something went wrong while it was made. It has been noted.
letter-cannot-instead = Use another form of this letter, or call { $phone } and the office prepares it for you.

letter-decision-title = Decision on { $service }
letter-opening = On { $day } you applied for { $service }, reference { $reference }. We have decided as follows.
letter-opening-by = On { $day } { $by } applied on your behalf for { $service }, reference { $reference }. We have decided as follows.
letter-entered = Written down by { $officer }, { $office }, for { $person }.
letter-form-entered = Written down by an officer
letter-form-entered-by = Who wrote it down
letter-grant = You are granted { $service }: { $amount } a month, from { $from }.
letter-provide = You are granted { $service }.
letter-provide-thing = What you get: { $thing }.
letter-provide-next = Staff will arrange with you how and when you receive it.
letter-partial = You are granted { $service }: { $amount } a month, from { $from }. This is not quite what you applied for; the reasons are below.
letter-refuse = { $service } is not granted this time.
letter-account-one-card = It is paid to your benefit card ending in { $last }.
letter-account-bank = It is paid to your bank card ending in { $last }.
letter-account-none = You have no account yet. Please bring your ID card and a one-card or bank card to a township or street office and register it; all money from the first month is then paid together.
letter-first = The first payment comes by { $day } and covers every month up to { $until }: { $sum } in all.
letter-first-after-notice = If nobody objects in the public notice, the first payment is by { $day }, for all months up to { $until }: { $sum }.
letter-notice = As the rules require, it is in public notice until { $day }. If nobody objects, payment begins.
letter-found = What was found
letter-found-by = { $fact }: { $value } ({ $source })
letter-found-that = { $fact }: { $value }
letter-signer = Decided by { $author }
letter-signers = Decided by { $author }, signed by { $second } as well
letter-why = Why
letter-otherwise = How you could receive { $service } later
letter-otherwise-says = If this changes you can apply again at any time, and it counts from that month.
letter-otherwise-open = If this changes you can apply again at any time, and it counts from that month. What has not been checked yet will be checked then.
letter-contest = If you do not agree
letter-objection-to = You can object at { $to }. They decide within { $days } days of receiving it. The law names no last day to object; the sooner the better.
letter-objection-how = In writing, by word of mouth or online. It is free of charge.
letter-objection-then = If they let the decision stand, you can still ask for administrative reconsideration or go to court: as a rule within sixty days for reconsideration, within six months for court, from the day you know of it. Call 12348 to ask, free of charge.
letter-objection-basis = Legal basis: { $basis }; Administrative Reconsideration Law, article 20; Administrative Litigation Law, article 46.
letter-contest-until = You received this decision on { $received }, so you can ask for administrative reconsideration until { $until }.
letter-contest-within = Within { $days } days from the day after you receive this decision, you can ask { $to } for administrative reconsideration.
letter-contest-how = You can do so in writing, in person or online. It costs nothing. For help call 12348 for legal aid, which is free too.
letter-contest-court = You may also go to court directly, within six months of the day you learn of this decision: the people’s court of the place of the office that decided.
letter-contest-basis = Basis: Administrative Reconsideration Law, articles 11, 20 and 22; Administrative Litigation Law, articles 18 and 46.

letter-objection-title = Notice of the result of an objection
letter-objection-opening = On { $day } you objected to the decision on { $service } (number { $reference }). What { $by } says:
letter-objection-ordered = Ordered to be put right: the decision does not count any more and is made again.
letter-objection-ended = Ended: nobody looks into it any further, and the decision stands.
letter-objection-again-until = The office decides again, by { $until } at the latest. It may not refuse again for the same reasons.
letter-objection-again = The office decides again. It may not refuse again for the same reasons.
letter-objection-decided-again = It has been decided again: see the new decision.
letter-objection-no-court = There is nothing else to do. If it was not you who wanted it taken back, call 12348; somebody helps you.
letter-objection-stands-for-nothing = This notice only tells you the result; what counts is their own paper.
letter-reconsidered-title = Result of the¦ reconsideration
letter-reconsidered-opening = On { $day } you asked for reconsideration of our decision on the { $service } (number { $reference }). { $by } says the following.
letter-reconsidered-paper = The document of { $by }: { $number }, { $day }.
letter-reconsidered-upheld = Upheld: the decision stays as it is.
letter-reconsidered-changed = Changed: the decision is another one now.
letter-reconsidered-annulled = Annulled: the decision does not count any more, and there will be a new one.
letter-reconsidered-ordered = Ordered to act: it must be decided again within a time.
letter-reconsidered-unlawful = Found unlawful: the decision was wrong, but it still counts.
letter-reconsidered-settled = Settled: both sides agreed, and what they agreed holds.
letter-reconsidered-dismissed = Dismissed: your request was not followed, and the decision stays as it is.
letter-reconsidered-not-taken-up = Not taken up: it was not reconsidered, and the decision stays as it is.
letter-reconsidered-ended = Ended: the reconsideration is over, and the decision stays as it is.
letter-reconsidered-pays = You get { $amount } a month, from { $from }.
letter-reconsidered-first = It is paid by { $day }, for all months up to { $until }, { $sum } together. For months that were paid already only the difference is added.
letter-reconsidered-again-until = Somebody else decides again, by { $until } at the latest. If it is granted it still counts from { $from }, and no month is lost.
letter-reconsidered-again = Somebody else decides again. If it is granted it still counts from { $from }, and no month is lost.
letter-reconsidered-meanwhile = Until the new decision { $amount } a month goes on. If more is granted then, the difference is paid.
letter-reconsidered-decided-again = Somebody else has decided again: please read the new decision.
letter-reconsidered-stands = What the decision says still holds.
letter-reconsidered-then = If you still do not agree
letter-reconsidered-ask-again = You can add what was missing and ask for reconsideration once more until { $until }.
letter-reconsidered-court-until = You received the government’s document on { $received }. Within { $days } days from the next day, that is until { $until }, you can go to court.
letter-reconsidered-court = Within { $days } days from the day after you receive the government’s document, you can go to court.
letter-reconsidered-which-court = The end of the document says which court. If writing is hard you can speak instead. For help call 12348 for legal aid, which is free.
letter-reconsidered-basis = Basis: Administrative Reconsideration Law, articles 10 and 34; Administrative Litigation Law, articles 45 and 50.
letter-reconsidered-no-court = There is nothing more to do. If taking it back or settling was not your own will, call 12348: somebody will help you.
letter-reconsidered-stands-for-nothing = This letter only tells you the result; what counts is the document of the government.

letter-receipt-title = Notice of acceptance
letter-receipt-opening = Your application for { $service } of { $submitted }, reference { $reference }, was accepted on { $accepted }. If it is granted, it counts from the month in which you sent it.
letter-receipt-papers = Papers received
letter-receipt-to-come = Papers still to come
letter-receipt-step = { $who }: { $what }, within { $days }
letter-receipt-step-until = { $who }: { $what }, by { $until }

letter-missing-title = List of missing papers
letter-missing-title-again = { $turn ->
    [2] Second list of missing papers
   *[other] List { $turn } of missing papers
 }
letter-missing-again-allowed = { $turn ->
    [2] This is a second list.
   *[other] This is list { $turn }.
 } What was not on the list before, the supervisor of this office has allowed to be asked for.
letter-missing-again-same = { $turn ->
    [2] This is a second list.
   *[other] This is list { $turn }.
 } It has only papers that were on the first.
letter-missing-opening = For your application for { $service } of { $submitted }, reference { $reference }, { $count ->
    [one] one paper is missing:
   *[other] these { $count } papers are missing:
}
letter-missing-until = Please hand them in by { $day }.
letter-missing-how = Send photos online, bring them to any township or street window, or have somebody bring them. If you cannot go out, call and staff will come and fetch them.
letter-missing-later = This is the whole list; nothing else will be asked for. The matter cannot wait, so you are helped without waiting for these papers, and your day of application stays.
letter-missing-clock = This is the whole list; nothing else will be asked for. The days of waiting do not count towards our time limit, and your day of application stays.
letter-missing-clock-again = These are still missing after our last list. We are sorry for the trouble. The days of waiting do not count towards our time limit, and your day of application stays.

letter-form-asked = Item
letter-form-answered = Entry
letter-form-title = Application and approval form
letter-form-person = Applicant
letter-form-name = Name
letter-form-number = Resident ID number
letter-form-certificate = Certificate number
letter-form-county = County
letter-form-township = Township or street
letter-form-hukou-address = Registered address (outside Hunan)
letter-form-helper = Filed by
letter-form-organisation = Organisation
letter-form-facts = Circumstances
letter-form-account = Payment to
letter-form-number-of-account = Account
letter-form-bank-card = Bank card
letter-form-one-card = Benefit card
letter-form-holder = Holder
letter-form-no-account = None yet
letter-form-papers = Papers
letter-form-seen = Seen at the office
letter-form-confirmed = Not needed, confirmed instead
letter-form-shown = Seen in { $other }, not to be handed in
letter-form-to-come = Not handed in yet
letter-form-files = { $count ->
    [one] { $count } file sent online
   *[other] { $count } files sent online
}
letter-form-sex = Sex
letter-form-female = Female
letter-form-male = Male
letter-form-birth = Date of birth
letter-form-disability = Kind and grade of disability
letter-form-component = { $category }, { $grade }
letter-form-aid = Minimum living allowance or other aid
letter-form-facts-on = Circumstances (as handed in on { $day })
letter-form-known = What is on record now
letter-form-signs = The applicant signs
letter-form-village = Opinion of the village or community
letter-form-opinions-of = Opinions of the offices: { $service }
letter-form-pays = Amount and first month
letter-form-pays-says = { $amount } a month, from { $from }
letter-form-pays-blank = Monthly:          From (year, month):
letter-form-second = Second signature: { $officer }
letter-form-living = Lives at
letter-form-phone = Telephone
letter-form-box = □ { $words }
letter-form-amount = Received, a month:
letter-form-measured = ________ { $unit }
letter-form-line = ________________
letter-form-services = Applied for
letter-form-agreed = { $who } read this online and agreed on { $day }.
letter-opinion-meets = Meets the conditions
letter-opinion-fails = Does not meet the conditions
letter-opinion-doubtful = To be checked again
letter-result-grant = Granted
letter-result-partial = Granted in part
letter-result-refuse = Not granted
letter-form-signed = { $officer }, { $day }
letter-form-signed-for = { $officer } (for { $of }), { $day }
letter-form-signature = Signature, seal:
letter-form-date = Date:

notices-title = { $place }: public notice of benefits
notices-lead = These benefits are about to be paid. If you think one of them is wrong, say so before its notice ends.
notices-private = Names are not shown whole. ID numbers and disabilities are never shown, nor anybody under 18.
notices-caption = { $count ->
    [one] { $count } notice, the oldest application first
   *[other] { $count } notices, the oldest application first
}
notices-pages = Pages
notices-first-page = Back to the first page
notices-further = Further
notices-none = There is nothing in public notice now.
notices-person = Name
notices-township = Township or street
notices-service = Benefit
notices-monthly = A month
notices-until = Until
notices-act = If you disagree
notices-object = Object
notices-back = Back to the notices
notices-object-title = Object to a public notice
notices-object-lead = The office that decided looks into it. The person in the notice is not told who you are.
notices-about = { $person }, { $township }, { $service }, in notice until { $until }
notices-why = What do you think is wrong?
notices-why-says = Say what it is and how you know, so that we can look into it.
notices-why-wrong = Say what is wrong, in at most 1000 characters
notices-no-more-today = There have been as many objections from this network today as are taken. Please come back tomorrow; if it is urgent, call or go to a window
notices-contact = How to reach you
notices-contact-says = If you leave it, we tell you what came out. Without it we still look into the matter.
notices-contact-wrong = That is too long. A telephone number is enough
notices-send = Send the objection
notices-thanks = We have your objection
notices-thanks-says = The office that decided will look into it. Nothing is paid until then.
notices-thanks-call = If you want to add something, call { $number }.

authority-page = Print the letter of authority
authority-how = Names and numbers are filled in. Print it, have the person who gives authority sign it or put a fingerprint, then upload a photo or take it to a window. Without a printer, a copy by hand will do.
authority-translation = Translation, to be understood, not to be printed
authority-title = Letter of authority
authority-principal = Who gives authority (the person who receives the benefit)
authority-agent = Who acts (the helper)
authority-name = Name
authority-number = Resident ID number
authority-phone = Telephone
authority-relationship = Relationship to the person
authority-matter = I authorise the person named above to apply in my name for:
authority-scope = The person may fill in the application, hand in papers and missing papers, ask how far it is, and receive notices and the decision.
authority-not = It covers this one application alone. Receiving the money or changing the account for the money is not part of it.
authority-until = It holds from the day of signing until this application is finished. I can take it back at any time by telling the township or street that has the application.
authority-sign = Signatures
authority-sign-principal = Signature, fingerprint or seal of who gives authority
authority-sign-agent = Signature of who acts
authority-sign-witnesses = If a fingerprint was put because the person cannot write: signatures of two witnesses
