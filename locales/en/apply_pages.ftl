# The pages of an application that are not plain questions: papers, choices, consents, checking, declaring, and after.

step-back = Back
step-leave = Stop here and go on another day
step-progress = Step { $at } of { $of }: { $name }

answer-nothing = Not filled in
answer-change = Change
answer-dispute = This is wrong
answer-source = From { $register }, looked up on { $day }

answers-title = Check your answers before you send them
answers-for = For { $person }
answers-missing = { $count ->
    [one] { $count } thing must still be answered before you can send
   *[other] { $count } things must still be answered before you can send
}
answers-already = { $count ->
    [one] One is being worked on already
   *[other] { $count } are being worked on already
}
answers-already-case = { $service }, number { $reference }
answers-already-says = Of two applications for the same thing only one is dealt with. To see how far it is, to correct it or to hand in papers, go to that one.
answers-already-discard = Then I do not hand this one in
answers-already-which = Hand in another one?
answers-already-again = I know that one is being worked on, and hand this one in as well
answers-already-not-meant = One is being worked on already. To hand this one in all the same, tick the box
answers-next = What happens then
answers-likely = On these answers it will very likely be granted: { $amount } a month from { $from }.
answers-other-kept = Other benefit kept
answers-other-kept-says = The choice was to keep { $other }. Staff will still look at this one and answer in writing.
answers-passed-on = We take it in and pass it on to { $place }, which decides.
answers-passed-on-home = We take it in and pass it on to the place you are registered in, which decides.
answers-unlikely = You can send it all the same, and staff will look at it. If it is refused, the letter says why and how to contest it.
answers-open = Some things are not known yet. Staff will check them, and tell you once about everything that is missing.
answers-leave-out = Do not apply for { $service } this time
answers-then = Next comes a declaration. Read it before you send.
answers-go-on = All correct, continue

overlap-title = { $service } and what is received now: only one of the two is paid
overlap-which = Which one do you want?
overlap-take-this = Change to { $name }, { $amount } a month
overlap-take-this-says = The one you have now stops in the month this one is granted. Until then you go on receiving it.
overlap-not-apply = Keep { $name }, { $amount } a month, and do not apply for this one
overlap-not-apply-says = As now: there is nothing to do and nothing to hand in. To change later, just apply then.
overlap-keep-other = Keep { $name }, and hand this one in as well
overlap-keep-other-says = The money stays as it is. Somebody looks at it and you get a written answer.
left-out = { $service } is not applied for
left-out-says = The choice was to keep { $other }, so { $service } is not applied for. It can be applied for at any later time.
left-out-change = Change what is applied for
overlap-not-chosen = Choose one of the two

upload-place = Paper { $at } of { $of }
upload-sent = Sent so far
upload-received = Received
upload-received-at = Received { $at }, { $size }
upload-again = Please send again
upload-remove = Remove
upload-look = Look at what was sent
upload-megabytes = { $size } MB
upload-kilobytes = { $size } KB
upload-first = Send a photo or PDF
upload-more = Send another
upload-hint = A phone photo is fine if the writing can be read. JPEG or PNG photos or PDF, at most { $largest } MB each.
upload-upload = Upload
upload-how = How will you hand in this paper?
upload-online = Online
upload-bring = I bring it to the office
upload-bring-says = Any township or street window takes it, and somebody can bring it for you. You can go on now.
upload-shown = The { $paper } shows it, nothing else is needed
upload-shown-says = If the child stands in the same household register as you, for example. If it does not show it, the office will ask you.
upload-confirm = They confirm it themselves, without this paper
upload-confirm-says = You get a code once the application is in. An office or a call will do as well.
upload-no-camera = I cannot take photos
upload-no-camera-says = Choose “I bring it to the office” and hand it in later; the application still counts from today.
upload-no-camera-fetch = If walking is hard, staff can come and fetch it.
upload-not-chosen = Choose how you will hand in this paper
upload-no-file = No file has arrived. Send one, or choose “I bring it to the office”
upload-and-else = Files have been sent, so this paper counts as handed in: choose “Online”. To do it another way, remove the files above first.
upload-none = Choose a photo or PDF first, then upload it
upload-empty = This file is empty. Take the photo again
upload-too-large = This file is larger than { $largest } MB. Take a smaller photo
upload-kind = This is neither a photo nor a PDF. Take a photo with a phone, or bring the paper to a window
upload-kind-phone-photo = This is a HEIC photo, which we cannot open. iPhone: in Settings, Camera, Formats choose “Most Compatible” and take the photo again. Android: turn off “HEIF” or “high efficiency” photos in the camera’s settings and take it again. Or bring the paper to a window
upload-kind-picture = We cannot open this kind of picture, only JPEG and PNG photos. Take a photo of the paper with a phone, or bring it to a window
upload-kind-word = This is a Word document, which we cannot open. Take a photo of the paper, or save the document as PDF and send that, or bring it to a window
upload-kind-film = This is a video; we take photos only. Switch the phone’s camera to “Photo” and take one, or bring the paper to a window
upload-broken = This file cannot be opened; it may not have arrived whole. Send it again
upload-cut = This photo is not whole; its end is missing. Open it on your phone: if it is whole there, send it again; if not, take the photo again
upload-too-many = There are { $most } files already. Remove one you do not need
upload-too-much = All files together are more than one application can have. Remove what is not needed, or bring the rest to a window
upload-too-much-today = Too much was sent from this connection today. Send it tomorrow, or choose “I bring it to the office”. Your answers are kept

consent-title = How the data are used
consent-lead = First what we must use, then a few things you can say no to.
consent-use = What this application needs
consent-use-check = The disability certificate, { $aid ->
    [yes] living security,{" "}
   *[no] {""}
 }registration and account are checked, for this application only.
consent-use-who = Only those who work on it in { $offices ->
    [township] the township or street
    [federation] the township or street and the county federation
    [civil_affairs] the township or street and county civil affairs
   *[all] the township or street, the county federation and county civil affairs
 } can see it, and every look is recorded.
consent-use-kept = Applications that are not sent are kept for 90 days; finished ones as the rules for archives say.
consent-use-notice = A grant is put up in the village or community: only the family name and the benefit. Never anybody under 18.
consent-rights = Your rights
consent-rights-says = You can see, copy and correct your data at any time, and ask who has seen them (Personal Information Protection Law, articles 44 to 47).
consent-for-child = { $child } is under 14, so a guardian must consent
consent-child = I am the guardian and consent to the use of the child’s data for this application
consent-child-says = Without it we cannot take the application online. Ask at a window, and bring the child’s household register.
consent-optional = Tick what you agree to
consent-optional-says = Leaving these empty changes nothing about your application. If you change your mind later, change it on the page of your case, call, or say so at a window.
consent-messages = Send me text messages about progress
consent-messages-says = To the number in the register, or one that a counter has confirmed, without naming what it is about or the disability.
consent-village = Tell the village’s disability officer the disabled person’s name and telephone
consent-village-says = The officer can then call you when you need help at home or papers fetched.
consent-other-help = Use these answers to see what other help there is
consent-other-help-says = Only the federation and civil affairs look. They tell you if something fits; you decide.

declare-title = Declaration
declare-lead = By sending the application you say:
declare-true = What I filled in is true.
declare-true-guardian = I am the guardian of { $person }, and what I filled in for { $person } is true.
declare-true-helper = { $person } agrees that I do this for them this once, and what I filled in is true.
declare-check = I agree that { $offices ->
    [township] the township or street
    [federation] the township or street and the county federation
    [civil_affairs] the township or street and county civil affairs
   *[all] the township or street, the county federation and county civil affairs
 } check certificate, { $aid ->
    [yes] living security,{" "}
   *[no] {""}
 }registration and account for this application.
declare-changes = If registration{ $aid ->
    [yes] , living security or grade
   *[no] {" "}or grade
 } change later, the office will be told.
declare-false = Mistakes can be corrected, and you can withdraw until the decision. If somebody lies on purpose, what was given must be returned.
declare-they-see = { $person } can see this application too.
declare-agreement = When you have read it
declare-agree = I have understood and agree
declare-submit = Send the application
declare-once = Once is enough. If the network is slow and you press again, it still counts once.
declare-no-signature = If you cannot sign, you can give a fingerprint at a window, or two members of staff make a record.
declare-not-agreed = Read the declaration first, and tick the box if you agree
consent-child-needed = A guardian must tick this to apply online

sent-title = We have your application
sent-reference = Reference, for asking about progress
sent-what = Application
sent-of = { $person }, { $count ->
    [one] { $count } benefit
   *[other] { $count } benefits
}, sent on { $day }
sent-counts = It counts from { $from }.
sent-kept = The choice was to keep what is received now; the money stays as it is.
sent-counts-monthly = It counts from { $from }. If { $count ->
    [one] it is granted
   *[other] all are granted
}, that is { $amount } a month altogether.
sent-code = Write down your resume code: { $code }
sent-code-says = You did not use an account. To see progress or send papers later you need the reference, this code and the birth date. Copy it or print this page.
sent-bring = { $count ->
    [one] Please bring this paper to a window
   *[other] Please bring these { $count } papers to a window
}
sent-bring-says = Any township or street window takes them. Tell them the reference.
sent-hold = { $service }: the certificate first
sent-hold-says = We have your application, and its day stays. Once the certificate is in order we go on, and the time limits begin then.
sent-cases = A reference for each benefit
sent-next = What happens next
sent-latest = by { $day }
sent-stop = { $who }: { $what }
sent-provisional = Next year’s public holidays are not published yet, so a date may move by a day or two.
sent-silence = If the day has passed and you have not heard, call { $number } and tell them the reference. If papers are missing we tell you once, with the whole list.
sent-keep = Keep a copy
sent-keep-says = You can print this page or bookmark it. It will still be here.
sent-keep-code-says = You can print this page. Later, use the reference and the resume code to see it again.
sent-progress = See progress
sent-print = Print the application form

changed-title = This application changed while you were looking at it
changed-lead = Perhaps you changed it in another window, or your family did. It has not been sent.
changed-caption = What changed
changed-what = Answer
changed-before = What you saw
changed-now = Now
changed-says = Please look at it as it is now, and send it if it is right.
changed-look = See it as it is now

renewed-title = The rules were changed while you were filling this in
renewed-lead = Nothing you filled in is lost. Only what is new or changed is asked now.
renewed-amounts = The amounts were changed:
renewed-amount = { $service }: { $then } a month when you filled it in, { $now } a month now
renewed-amount-new = { $service }: nothing when you filled it in, perhaps { $now } a month now
renewed-amount-gone = { $service }: possible when you filled it in, perhaps not now. You can still apply
renewed-questions = Questions that were changed. Please answer them again; what you answered is still filled in:
renewed-consents = What you are asked to agree to is put in other words now. Please read it and choose again.
renewed-asked = Asked now:
renewed-gone = Not asked any more:
renewed-papers = Papers needed now:
renewed-papers-gone = Papers not needed any more:
renewed-rules = Where conditions, amounts or steps were changed, the new ones count. The page before you send it says once more how it is likely to end.
renewed-go-on = Understood, go on

drafts-title = Applications you have begun
drafts-lead = Everything is saved as you go. Go on whenever you like.
drafts-none = There is no application half filled in.
drafts-saved = Last saved { $at }
drafts-kept = Kept until { $day }
drafts-unnamed = Application
drafts-two = { $one } and { $other }
drafts-many = { $one } and others, { $count } in all
drafts-left = Since { $at } one is being filled in on another phone or computer and is not shown here. To go on here, open it with its resume code.
drafts-go-on = Go on
drafts-discard = Throw away
drafts-start = Apply for something new
drafts-resume = Open another with a resume code
drafts-discard-title = Throw this application away?
drafts-discard-says = Everything filled in and uploaded is deleted and cannot be brought back. Applications already sent are not affected.
drafts-discard-do = Delete this application
drafts-discard-not = Keep it

stopped-title = Saved. Go on whenever you like
stopped-lead = Kept until { $day }. It counts from the month in which you send it.
stopped-code = Write down your resume code: { $code }
stopped-code-says = On another phone or computer, or another day, go on with this code and the birth date. Do not give it to anybody you do not trust.
stopped-code-alone-says = On another phone or computer, or another day, go on with this code. No birth date is needed, because no ID number has been filled in yet. Do not give it to anybody you do not trust.
stopped-code-where = Where to type the code
stopped-account = Sign in and go on under “Applications you have begun”. Any phone or computer will do.
stopped-go-on = Go on now

moved-title = This application is being filled in somewhere else
moved-lead = On { $at } somebody opened it with its resume code on another phone or computer.
moved-says = Nothing you filled in is lost. To go on here, enter the resume code. Until it is sent you can change back and forth.
moved-kept = What you typed on this page just now is kept as well. When you come back you are told where it is.
kept-elsewhere = What you typed here before and did not save is still kept
kept-elsewhere-says = Look at it, then decide which to use:
kept-here = Below is what you typed on this page before; it is not saved yet
kept-here-alone = To use it, press “Continue”.
kept-saved = What is saved now:
kept-here-says = To use what is below, press “Continue”. To keep what is saved, change it back first, then press “Continue”.
moved-go-on = Go on here with the resume code
moved-stranger = Was it neither you nor your family? Take it back, check what is filled in, and keep the code safe. If you have lost the code, take your ID card to any township or street window.

resume-title = Go on with a resume code
resume-lead = On another phone or computer, with everything you filled in.
resume-case-title = See how far my application is
resume-case-lead = Without an account: with the reference, the resume code and the birth date.
resume-sign-in = With an account: sign in to see it
resume-reference = Reference
resume-reference-says = It begins with ZD; spaces do not matter
resume-code = Resume code
resume-code-says = It stood at the end of every page, and you saw it when you stopped or sent the application. Capital or small letters do not matter
resume-birth = Birth date of whoever gets the benefit
resume-birth-says = Of the person who receives the benefit, not of a helper
resume-birth-draft-says = Of the person who receives the benefit, not of a helper. Leave it empty if you stopped before the ID number.
resume-open = Open
resume-lost = If you have lost the code, take your ID card to any township or street window, or ask them to call you.
resume-not-found = Nothing found. Please check what you typed
resume-birth-needed = Nothing found. If the code is copied rightly, enter the birth date as well
resume-too-often = Tried too often today. Come back tomorrow, or go to a window

by-code-draft = Without an account: use the resume code
by-code-draft-says = Everything you filled in is there. The resume code stood at the end of every page, and on the page that says how to stop.
by-code-draft-go = Go on with the resume code
by-code-case = Without an account: use the reference and the resume code
by-code-case-says = You saw them when you sent it. The birth date is asked as well.
by-code-case-go = Open with reference and resume code
open-reference-empty = Enter the reference
open-reference-form = A reference begins with ZD and has 11 characters. Please check it
open-reference-mistyped = One character of the reference is not right. Please check it

# Questions that are answered entry by entry
answer-named = { $name }:{ " " }
list-number = Number
list-entry = Entry { $number }
list-entry-of = { $list }, entry { $number }
list-count = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
list-empty = None
list-none = No entries.
list-acts = Change or delete
list-remove = Delete
list-full = There is room for { $most } entries, and all are taken.
list-done = These are all, continue
list-entry-save = Save this entry
list-entry-not = Do not save, go back to the list
list-remove-title = Delete this entry?
list-remove-do = Delete
list-remove-not = Do not delete, go back to the list
list-problem = { $name }: { $problem }
problem-list-too-short = { $least ->
    [one] Add at least one entry
   *[other] Add at least { $least } entries
}
problem-list-too-long = There is room for { $most } entries. Delete some first.
problem-entry-open = Entry { $number } is not complete. Change it.
problem-text-and-unknown = There are words, and “I do not know” is chosen. Keep the one that is right.
