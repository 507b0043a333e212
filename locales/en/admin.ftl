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
