# Staff: signing in, the authenticator, their own account.

staff-step = Staff sign-in, step { $at } of { $of }
staff-sign-in-title = Staff sign-in
staff-name = Sign-in name
staff-forgot = If you forgot the password, your administrator resets it in person.
staff-session-lasts = After 30 minutes unused you sign in again. What you had typed is kept.
staff-to-residents = Residents sign in here
staff-other-name = Another account
staff-code-title = Enter the one-time code
staff-code-lead = 6 digits, on your authenticator. It changes every 30 seconds, and the one before still works.
staff-code = One-time code
staff-code-hint = Account: { $name }. You can paste it, spaces are fine. Recovery codes go here too.
staff-code-wrong = The code is not right, or was used just now. Please wait for the next one
staff-code-locked = { $hours ->
    [one] Too many wrong codes: the second step is locked, for { $hours } hour more. In a hurry, your administrator can unlock it
   *[other] Too many wrong codes: the second step is locked, for { $hours } hours more. In a hurry, your administrator can unlock it
}
staff-no-code = No authenticator, or not able to see it
staff-no-code-recovery = Use a recovery code from your paper; each works once.
staff-no-code-administrator = Your administrator resets it in person.

staff-set-up-title = Set up the authenticator
staff-set-up-lead = For the first sign-in you need an authenticator on a phone or computer. Any that knows TOTP will do, and no phone number is needed.
staff-set-up-copy = Put the secret into the authenticator
staff-set-up-copy-says = Choose manual entry in the authenticator and fill in what stands below, or scan the picture.
staff-set-up-name = Account
staff-set-up-secret = Secret
staff-set-up-kind = Kind
staff-set-up-kind-says = Time based, SHA-1, 6 digits, 30 seconds
staff-set-up-open = Open in an authenticator on this device
staff-set-up-picture = The picture above says the same as the secret; it does not matter if you cannot scan it.
staff-set-up-try = Fill in a one-time code once
staff-set-up-code-hint = The 6 digits that the authenticator shows now
staff-set-up-act = It is set up: sign in

staff-desk-title = My work account
staff-roles = Roles
staff-role = { $place }: { $role }
staff-role-township = Township or street officer
staff-role-federation = Reviewer at the county federation
staff-role-civil-affairs = Decider at county civil affairs
staff-role-supervisor = Supervisor
staff-role-auditor = Auditor
staff-role-administrator = Administrator
staff-not-signed-in = Sign-in name or password is not right. Please look at both
staff-wait = { $minutes ->
    [one] Too many wrong tries. To be safe, please wait { $minutes } minute
   *[other] Too many wrong tries. To be safe, please wait { $minutes } minutes
}

staff-hand-over-title = For people at the window
staff-hand-over = Make a code
staff-back = Back to my work account
staff-link-title = Hand over a link code
staff-link-lead = Only when you have seen the person and the ID card. Guardians and whoever acts for somebody need none: record them under “Who acts for whom”. With it, online, they see what is registered and earlier decisions.
staff-link-person = Name on the document
staff-link-number = ID number
staff-link-person-wrong = Please fill in the name as on the document
staff-link-number-wrong = The ID number is not right. Please compare it with the document
staff-link-mismatch = Name and ID number do not belong together. Please compare them with the document
staff-link-elsewhere = You cannot do this for this person. The window where they are registered, or where their case is, can; if that is here, your supervisor can
staff-link-too-often = Too many did not fit today. Try again tomorrow, or ask a colleague or your supervisor
staff-link-made = The link code is ready
staff-link-made-says = This page shows it only now. Please write it down for them, or print it. Earlier codes for this person that nobody used no longer work.
staff-one-time-title = Hand over a one-time code to get back in
staff-one-time-lead = Only when you have seen the person and the ID card and compared the name. They change the password with it, and all their devices are signed out.
staff-one-time-hint = The name they sign in with
staff-one-time-not-linked = There is no such account, or no code has linked it to this person
staff-one-time-made = The one-time code is ready
staff-one-time-made-says = This page shows it only now. Before you hand it over, look once more: is the name below that of the document.
staff-code-to-give = The code
staff-code-until = It works until { $day }.
staff-code-once = Shown only once
staff-links-title = See which accounts are linked, end a link
staff-links-lead = Only when you have seen the person (or the guardian) and the ID card. That you looked, and what you ended, is recorded.
staff-links-look = Look
staff-links-back = Somebody else
staff-links-none = No account is linked to this person, or none that was linked here.
staff-links-which = The link of which account ends?
staff-links-which-hint = Only the beginning of the sign-in name is shown. Ask the person which one is theirs.
staff-links-account = “{ $name }”, linked on { $day }
staff-links-account-office = “{ $name }”, linked on { $day } by { $office }
staff-links-reason = Why does it end?
staff-links-reason-hint = For example: there is another guardian; the person does not know this account; it was a mistake.
staff-links-reason-missing = Say why it ends, in at most 1000 characters
staff-links-end = End the link of this account
staff-links-ended = The link has ended
staff-links-ended-says = From now on that account sees nothing of this person; what it handed in itself it still sees. Link codes that nobody used no longer work.

delegation-office-title = Who acts for whom
delegation-office-hint = Look after you have seen the person, or whoever acts, and their ID card. Somebody may also end one by telephone; check first who it is. What you look at and end is kept.
delegation-office-back = Another person
delegation-office-record = Record a new one
delegation-office-none = Nobody acts for this person.
delegation-office-which = Which one ends
delegation-office-reason = Why
delegation-office-reason-hint = For example: the person called to end it; there is another guardian.
delegation-office-choose = Choose one
delegation-office-reason-missing = Write why it ends, in at most 1000 characters
delegation-office-end = End this one
delegation-office-not = Do not end any, look at another person
delegation-office-ended = It has ended
delegation-record-title = Record who acts for whom
delegation-record-hint = Guardians are recorded only here. See the proof first.
delegation-record-agent-number = ID number of whoever acts
delegation-record-agent-number-hint = May be left empty for institutions and committees.
delegation-record-powers = What may be done
delegation-record-evidence = Which proof you saw
delegation-record-evidence-hint = For example: household register; judgment with its number; stamped authorisation.
delegation-record-until-hint = A year where left empty; of a child’s guardian the day before the child is eighteen.
delegation-record-act = Record it and get a code
delegation-record-evidence-missing = Write which proof you saw, in at most 1000 characters
delegation-record-number-missing = Type the ID number of whoever acts
delegation-record-same = That is the person’s own ID number. Type that of whoever acts
delegation-record-minor-agent = Whoever acts is not eighteen yet, and cannot act for others
delegation-record-ward-agent = This person has a guardian themselves, and cannot act for others. Find somebody else
delegation-record-not-minor = The person is eighteen already. Choose another role
delegation-record-is-minor = The person is not eighteen yet. Choose guardian of a child
delegation-office-of = Who acts for { $name }
delegation-evidence-seen = Seen: { $evidence }
