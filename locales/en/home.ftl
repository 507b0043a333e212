# The first page. "¦" in a heading is a place where it may break.

home-title = What help can I get?
home-lead = Answer a few questions and see at once what you or your family can apply for, how much it is a month, and what to bring.
home-start = Start the check
home-note = No sign-in, no name, at most { $most } questions, about 3 minutes.
home-go-on = Go on with an application
home-cases = See how far an application is
home-confirm = Somebody asks me to confirm something
home-services = What you can apply for
home-ways = Several ways, as you like
home-online = Online
home-online-says = On a phone or a computer. You can stop at any time and go on later.
home-window = At a window
home-window-says = Every township and street service centre accepts applications, wherever you are registered.
home-phone = By phone
home-phone-says = Staff look things up and fill in forms with you.
home-call = Call { $number }
home-visit = At home
home-visit-says = If you cannot leave home, the village, community or staff come to you.
