# Messages: in the portal, and what goes outside. Others read that too: it says that there is a message, never about what.

message-title = Messages
message-no-new = No new messages.
message-new = { $count ->
    [one] { $count } new message.
   *[other] { $count } new messages.
}
message-none = No messages yet. When something happens to an application, it is written here.
message-is-new = New
message-is-read = Read
message-all-read = Mark all as read
message-all-read-done = All are marked as read
message-back = Back to messages
message-to-case = See this application
message-to-draft = Go on filling in
message-link = Messages (none new)
message-link-new = Messages ({ $count } new)
message-on-case = What you were told

message-received = Application received
message-received-says = There is nothing to do now. We tell you when it gets further.
message-accepted = Application accepted, work begins
message-accepted-says = The township or subdistrict has looked at it and accepted it. How many days it takes is on the page of the application.
message-to-choose = You can choose
message-to-choose-says = You were assessed. Choose one of the things on the page of the application: nothing can be decided until you have.
message-papers = Papers are missing
message-papers-says = Please hand in papers by { $until }. Which ones is on the page of the application.
message-sent-back = Sent back one step, to be looked at again
message-sent-back-says = There is nothing to do now. It takes a few days longer.
message-forwarded = Sent to the office where you are registered
message-forwarded-says = Your household is registered elsewhere. That place decides. Where it went is on the page of the application.
message-confirmed = The person who was asked has confirmed
message-confirmed-says = What was waited for is there. The offices go on.
message-not-confirmed = The person who was asked did not confirm
message-not-confirmed-says = They do not agree, so it cannot go on now. The page of the application says what you can do.
message-decided = The decision is there
message-decided-says = The letter is ready. Please open the application and take the letter.
message-objection = Somebody objected, and was answered
message-objection-says = After the names were put up, somebody objected. The office looked into it. The result is on the page of the application.
message-award-begins = The money begins
message-award-begins-says = How much a month, and from which month, is on the page of the application.
message-award-ends = The money changes
message-award-ends-says = What was granted before ends, or another sum takes its place. Why is on the page of the application.
message-reconsidered = The government has answered
message-reconsidered-says = You asked the government to look at the decision again. It has answered. The result is on the page of the application.
message-mark = Your rating was answered
message-mark-says = You said what was not right. We looked into it. The answer is on the page of the application.
message-unwanted = What you did not want has been answered
message-unwanted-says = You said that you did not want what was done in your name. Whoever supervises the office has looked into it. The answer is under “What others did in your name”.
message-acting = Somebody may act for you now
message-acting-says = Who it is and what they may do stands under “Acting for others”. If that is not what you want, end it there or tell a counter.
message-draft = An application that is not finished will be deleted soon
message-draft-says = It will be deleted on { $until }. To keep it, open it before that day and change something.

message-ways = How else we tell you
message-ways-says = Messages are always on this page. We can also tell you by text message, e-mail or letter. Outside we only say that there is a message, never about what.
message-ways-none = Messages are always on this page. We do not know yet which number is yours, so we send no text messages and no letters. If you want them, take your ID card to the window of a township or subdistrict.
message-ways-of = How to tell { $name }
message-reach = Besides this page, how do we tell { $name }?
message-reach-hint = Choose none to be told on this page alone. Outside we only say that there is a message, never about what. To change a number or address, go to a window.
message-reach-save = Tell me this way
message-reach-done = It is kept how we tell you
message-reach-nothing = No number or address has been checked yet
message-reach-nothing-says = Please take your ID card to the window of a township or subdistrict. It records your number or address. Then you can choose on this page.
message-way-sms = By text message
message-way-mail = By e-mail
message-way-post = By letter
message-way-to = To { $to }
message-way-address = the address the window recorded

# What goes outside. Nothing of disability, benefits, or what it is about.
message-outside-sms = You have a new message at Zhida. Sign in at { $site } to read it. Not online? Call { $number } or ask at a township or subdistrict window.
message-outside-subject = You have a new message at Zhida
message-outside-mail = Hello. You have a new message at Zhida. Sign in at { $site } to read it. Not online? Call { $number } or ask at a township or subdistrict window.
message-outside-to = To { $name }
message-outside-code = Zhida link code: { $code }. Sign in at Zhida and fill it in under “My account”. It works for 30 days, and once only. Tell it to nobody. If you did not ask for it, do nothing.
message-outside-signed = Zhida
