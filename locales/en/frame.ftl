# What stands on every page. "¦" in a heading is a place where it may break.

frame-title = { $title } — Zhida · Services for disabled people in Hunan
frame-title-wrong = Error: { $title }
frame-skip = Skip to main content
# What nobody else may know of: leaving at once
quiet-applying = Fill in an application
quiet-sent = Your application has been sent
quiet-case = How far an application is
quiet-reading = Read about a service
quiet-leave = Leave this page now
quiet-leave-says = The browser’s history still shows that somebody was here. Delete it in the browser.
quiet-service = one application

frame-display = Display and language
frame-display-why = Hard to read? Change the look:
frame-large = Large text
frame-contrast = High contrast
frame-simple = Simple view
frame-settings = Settings

frame-name = Zhida
frame-field = Services for disabled people in Hunan
frame-where = Where you are
frame-nav = Main sections
frame-home = Home
frame-services = All services
frame-check = Check
frame-cases = My cases
frame-help = Help

frame-offline = No easy way online? There are others
frame-phone = By phone
frame-phone-says = The service line for disabled people: staff look things up and fill in forms with you.
frame-call = Call { $number }
frame-no-voice = Deaf, or hard to speak? Ways without a call
frame-window = At a window
frame-window-says = Every township and street service centre accepts applications, wherever you are registered.
frame-window-more = What to bring to the window
frame-helper = With help
frame-helper-says = Family and the village or community can apply for you, or staff come to your home.
frame-helper-more = How to get help
frame-about = About this site
frame-accessibility = Accessibility statement
frame-feedback = Tell us what does not work
frame-privacy = Privacy
frame-complain = Feedback and complaints

frame-staff = Staff
frame-desk = { $office } · { $name }
frame-queue = To do
frame-search = Find a case
frame-audit = Who saw what
frame-jobs = Failed work
frame-site-feedback = Site feedback
frame-sign-out = Sign out
frame-public = The public site

frame-account = My account
frame-sign-in = Sign in

frame-near = Phone and window
frame-near-call = Call { $number } for help
frame-near-window = Go to a window
frame-near-office = { $office }: { $address }, open { $hours }.

frame-ends-name = Your time signed in is nearly over
frame-ends = { $minutes ->
    [one] In { $minutes } minute you will have to sign in again
   *[other] In { $minutes } minutes you will have to sign in again
}
frame-ends-says = All that is saved stays, and nothing half typed is lost. If you want to go on, extend it now.
frame-ends-staff = All that is saved stays, and nothing half typed is lost. Please save this step before then.
frame-stay = Go on
frame-stayed = Done. You can go on

frame-lost = What you typed on this page was not saved
frame-lost-says = This device was signed out by then, so it could not be kept. Please fill it in again. All the rest is there.
frame-guest = How to come back without an account
frame-guest-code = Resume code: { $code }
frame-guest-code-says = All that you filled in is kept. If the connection breaks, on another phone or another day, go on with this code.
frame-guest-leave = Leave (not your own phone or computer)
frame-guest-leave-says = Nothing is shown on this device after that. To open it again, use the resume code.

frame-kiosk = A machine in a hall
frame-kiosk-says = People use this machine one after another. This page covers itself after { $minutes } minutes. You can have more time.
frame-kiosk-end = I am done: wipe everything
frame-kiosk-warns = In 1 minute this page covers itself
frame-kiosk-more = Not done yet: { $minutes } more minutes
frame-kiosk-over = Time is over, and this page is covered
frame-kiosk-anew = Wipe and begin anew
