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
admin-audit-by-link-code = ID number, to give a link code
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
