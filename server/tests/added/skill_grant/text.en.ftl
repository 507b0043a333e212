service-skill-grant = Skill training grant
    .lead = Money every month for disabled people who attend a training course by day. Some places include evening courses.
    .says = For disabled people on a training course
    .extra = It ends with the course.

reason-in-day-course = Attends a training course by day.
    .check = Attends a training course by day
reason-in-evening-course-local-rule = Attends a training course in the evening: your area includes it.
    .check = Attends a training course in the evening (local rule)
reason-excluded-under-16 = Not yet sixteen.
    .check = Sixteen or older
    .who = people under sixteen
reason-not-in-training = This grant is for people who attend a training course.

basis-skill-grant-2025 = Measures on the skill training grant (an example, no real document)

change-other-course = you attended a training course by day
    .how = Ask the county federation which courses there are.

evidence-course-record = Record of the course
    .says = By the training body, saying from when until when

stage-skill-decision = The county federation decides
    .act = decision

page-age = Is the person sixteen or older?
    .short = Age
page-age-under-16 = Not yet
page-age-from-16 = Yes
page-course = Do you attend a training course now?
    .short = Training course
    .hint = Courses of the federation and those it recognises count.
page-course-day = By day
page-course-evening = In the evening
page-course-none = No
page-door-width = How wide must a door be for your wheelchair?
    .short = Door width
    .hint = Measure the widest part and add 10 centimetres. Without a wheelchair, type 80.
page-helpers = Who can help you on the way to the course?
    .short = Helpers
    .hint = Whoever takes you there, or signs for you.
    .entry = This helper
    .add = Add a person
page-helpers-name = Name
page-helpers-relation = What they are to you
page-helpers-relation-family = family
page-helpers-relation-neighbour = neighbour
page-helpers-age = Age
    .hint = In full years
page-helpers-helps = How they help
page-helpers-helps-fetches = takes you there
page-helpers-helps-signs = signs for you
page-helpers-allowance = Do they receive another allowance

fact-other-door-width = Door width
fact-other-course = Training course
    .none = none
    .day = by day
    .evening = in the evening

policy-skill-monthly = Skill training grant, per person and month
policy-skill-covers-evening = Skill training grant also for evening courses

evidence-landlord-consent = The landlord's written consent

confirmation-landlord-agrees = The landlord agrees to the door
    .lead = The door has to be widened, and the landlord has to agree.
    .waits = Waiting for the landlord to confirm
    .says = Your tenant needs a wider door. Please say whether you agree.
    .agree = The home is mine, and I agree that the door is widened.
