# Accounts: signing up and in, getting back in, recovery codes, being linked to a person.

account-name = User name or mobile number
account-name-hint = Choose a name, 2 to 30 characters; Chinese is fine. A mobile number will do too, and we never send it messages.
account-password = Password
account-password-hint = You can paste it, or let your phone or computer remember it.
account-new-password = New password
account-new-password-hint = At least 12 letters or digits, or 6 Chinese characters. A sentence only you would think of is easy to remember. You can paste it, or let your phone or computer remember it.
account-old-password = The password you have now
account-password-hidden = Not shown
account-show = Show password
account-hide = Hide password
account-back = Back to my account
account-change = Change
account-no-tests = No face scan, no picture puzzle, no text message.
account-session-lasts = After 2 hours unused you sign in again; what you had typed is kept. In all it lasts 12 hours. You are told before it ends, and can make it longer.

account-sign-in-title = Sign in
account-sign-in-lead = Once signed in, you can go on from any phone or computer.
account-sign-in = Sign in
account-other-ways = Other ways
account-to-sign-up = No account yet: sign up
account-to-recover = Forgot the password: get back in
account-to-staff = Staff sign in here
account-needed = Please sign in for this page
account-needed-says = You will come to the page you wanted.
account-ended = Please sign in again
account-ended-says = It has been a while, or you signed this device out from another one. All that was saved is there.
account-ended-kept = It has been a while, or you signed this device out from another one. What you had just typed is kept: go on once you have signed in.
account-lost = What you had just typed was not saved
account-lost-says = This device was signed out, so that one page could not be kept. Please fill it in again. All pages before it are saved.
account-unknown = This device does not know you any more
account-unknown-says = If you used an account, sign in and you will come to the page you wanted.

account-sign-up-title = Sign up
account-sign-up-lead = With an account you can go on from any phone or computer, and see how far things are.
account-sign-up = Sign up
account-to-sign-in = I have an account: sign in
account-why-so-little = Why no ID card and no code by message
account-why-so-little-says = The account only finds again what you typed yourself. To see what is registered and earlier decisions, a window checks who you are and gives you a link code.

account-made = Your account is ready
account-made-says = Sign in as “{ $name }” from now on.
account-codes-title = Recovery codes
account-codes-lead = If you forget the password, one of these codes gets you back in. Please write them down or print this page, and keep it in a safe place.
account-codes-hint = Each works once. Capitals and hyphens do not matter. There is no 0, 1, I, L, O or U in them, so nothing looks alike.
account-codes-file = Save as a text file
account-codes-file-title = Zhida, services for disabled people in Hunan: recovery codes of “{ $name }”
account-codes-kept = I have kept them, go on
account-codes-left = { $count ->
    [one] { $count } is left unused
   *[other] { $count } are left unused
}
account-new-codes = New set
account-new-codes-title = A new set of recovery codes
account-new-codes-lead = The old set will no longer work.
account-new-codes-act = Make a new set

account-recover-title = Get back in
account-recover-lead = Use a recovery code, or a one-time code from a window, to choose a new password. All other devices will be signed out.
account-recover = Change password and sign in
account-code = Recovery code or one-time code
account-code-hint = 12 letters and digits. Capitals and hyphens do not matter, and you can paste it.
account-no-code = I have no code
account-no-code-window = Bring your ID card to any township or street window: staff check it and give you a one-time code.
account-no-code-visit = If you cannot leave home, ask the village or community to tell the township or street, or call.
account-back-to-sign-in = Back to signing in

account-password-title = Change the password
account-password-lead = All other devices will be signed out.
account-change-password = Change password

account-link-title = Link a person by code
account-link-lead = Once linked to yourself, you see what is registered, earlier applications and decisions. To act for somebody of your family you need no code for that: use “Acting for others”.
account-link-code = Link code
account-link-code-hint = 10 letters and digits, from a window or printed in a letter. Good for 30 days, and once only. Capitals and hyphens do not matter.
account-link = Link
account-link-none = I have no link code
account-link-none-says = Bring the ID card and the disability certificate to any township or street window: staff hand it over when they have seen the person. If the person cannot leave home, staff come.
account-code-send = Send a link code to the number in the register
account-code-title = Send a link code ¦to the number in the register
account-code-lead = It goes only to the mobile number in the register, never to another one. Each person gets one a day.
account-code-person = Name on the ID card
account-code-number = ID number
account-code-person-wrong = Please fill in the name as on the ID card
account-code-number-wrong = The ID number is not right. Please compare it with the ID card
account-code-too-often = Asked for too often today. Try again tomorrow, or go to a window
account-code-act = Send to the number in the register
account-code-asked = We have it
account-code-asked-says = If the register has a mobile number, the code is there within minutes. If nothing comes, take the ID card to a window. We do not say whether the register has one.
account-link-not-needed = You can apply without it, only there is more to fill in.

account-title = My account
account-under-way = Under way
account-to-cases = Applications I have sent
account-to-drafts = Applications not finished yet
account-people = People I am linked to
account-people-none = None yet. You can apply all the same, but you do not see what is registered or earlier decisions.
account-person-office = Identity checked on { $day } by { $office }
account-person-others = { $count } more accounts are linked to this person: { $each }
account-people-end = If you do not know one of them, or one should not be linked any more, take your ID card to the window where you are registered and have it ended. That account then sees nothing more at once.
account-and = { "; " }
account-unlinked-office = On { $day } { $office } ended a link.{ " " }
account-unlinked-since = On { $day } a window ended a link.{ " " }
account-unlinked-says = Since then that person’s letters and data are not shown here. Ask that window why.
account-one-time-office = On { $day } { $office } handed over a one-time code to get back into this account.{ " " }
account-one-time-since = On { $day } a window handed over a one-time code to get back into this account.{ " " }
account-one-time-says = If you did not ask for it, change your password at once and ask that window.
account-person-since = Identity checked on { $day }
account-reading-said = (pinyin: { $reading })
account-reading = How the name is pronounced
account-reading-save = Save
account-person-apply = Apply
account-to-link = Link myself by code
account-to-delegations = Look, ask somebody, or type a code you were given
account-ways-in = How I sign in
account-display-says = Text size, colours and language, kept in the account
account-sessions = Devices signed in
account-session-here = This one
account-session-seen = Last used: { $moment }
account-session-since = Signed in { $moment }
account-only-here = Only this one is signed in. If a device you do not know appears here, sign it out and change the password.
account-end-others = Sign out all other devices
account-device = { $system }, { $browser }
account-device-android = Android phone or tablet
account-device-harmony = HarmonyOS phone or tablet
account-device-iphone = iPhone
account-device-ipad = iPad
account-device-windows = Windows computer
account-device-mac = Mac
account-device-linux = Linux computer
account-device-other = Another device
account-browser-wechat = WeChat
account-browser-edge = Edge
account-browser-firefox = Firefox
account-browser-chrome = Chrome or a relative
account-browser-safari = Safari

account-done-password = The password is changed
account-done-recovered = You are back in, and the password is changed
account-done-ended = All signed out
account-done-others = All other devices are signed out and have to sign in again.
account-done-reading = Saved
account-done-reading-says = Officers see how the name is pronounced, and voices say it so.
account-done-linked = Linked to { $name }
account-done-linked-says = You now see what is registered. Earlier applications and decisions are among those you have sent.

account-signed-out-title = Signed out
account-signed-out-work-title = Signed out of work
account-signed-out-lead = All that was saved is there when you sign in again. If the device is not yours, please close the window too.
account-left-title = You have left
account-left-lead = Nothing of yours is shown on this device any more. We keep what you filled in and what you sent.
account-left-back = How to come back
account-left-close = If the device is not yours, please close the window too.
account-sign-in-again = Sign in again

account-name-empty = Please fill in a user name or mobile number
account-name-short = A user name has at least 2 characters
account-name-long = A user name has at most { $most } characters, this one has { $count }
account-name-wrong-character = “{ $found }” cannot be in a user name. Please use letters, digits or Chinese characters
account-name-hidden = There is a character in the user name that cannot be seen, probably from pasting. Please clear the field and type the name yourself
account-name-resident-id = Please do not use an ID number as user name: others may know it
account-name-mobile-length = A mobile number has 11 digits, this one has { $count }. A user name cannot be digits alone
account-name-not-mobile = This does not look like a mobile number: 11 digits that begin with 13 to 19. A user name cannot be digits alone
account-name-taken = Somebody uses this name already. Please choose another, for example with two letters more
account-too-many-today = Too many accounts were made from this connection today. Please come back tomorrow. You can apply today without an account
account-password-empty = Please fill in a password
account-password-short = { $missing ->
    [one] The password needs { $missing } more letter or digit; a Chinese character counts as two
   *[other] The password needs { $missing } more letters or digits; a Chinese character counts as two
}
account-password-long = A password has at most 200 characters, this one has { $count }
account-password-common = This is one of the first passwords others would guess. Please choose another, such as a sentence only you would think of
account-password-like-name = The password is too much like the name. Please choose another
account-password-wrong = That is not the password you have now. Please fill it in again
account-not-signed-in = User name (mobile number) or password is not right. Please look at both
account-not-recovered = Name and code do not belong together, or the code was used or is too old
account-not-linked = There is no such link code, or it was used, or its 30 days are over. Please compare it once more, or ask the window for another
account-code-empty = Please fill in the code
account-code-wrong-character = No code has “{ $found }” in it. Please compare it with the paper
account-code-short = { $missing ->
    [one] The code lacks { $missing } character
   *[other] The code lacks { $missing } characters
}
account-code-long = { $excess ->
    [one] The code has { $excess } character too many
   *[other] The code has { $excess } characters too many
}
account-wait = { $minutes ->
    [one] Too many wrong tries. To be safe, please wait { $minutes } minute. In a hurry, get back in with a recovery code
   *[other] Too many wrong tries. To be safe, please wait { $minutes } minutes. In a hurry, get back in with a recovery code
}
