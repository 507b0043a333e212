# Pages for those who administer and audit.

admin-audit = Who saw what
admin-audit-lead = Which cases members of staff opened, which numbers they saw in full, and the reason they gave. Nothing about the people themselves is shown here.
admin-audit-and = { ", " }
admin-audit-narrow = Narrow
admin-audit-all = Show everything
admin-audit-only = Only { $name }
admin-audit-everything = Everything
admin-audit-revealed-only = Only full numbers and documents
admin-audit-reference-wrong = This is not a case number; copy it from the receipt
admin-audit-none = Nothing on record
admin-audit-caption = The latest first, { $count } on this page
admin-audit-officer = Who
admin-audit-when = When
admin-audit-what = What
admin-audit-why = Reason
admin-audit-case = Opened the case
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
