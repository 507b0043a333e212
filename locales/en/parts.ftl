# The parts' own words: progress and limits.

parts-done = Done
parts-now = In progress
parts-next = Not yet
parts-clock-left = { $days ->
    [one] { $days } working day left
   *[other] { $days } working days left
}
parts-clock-last-day = { $who } will finish by { $day }.
parts-clock-paused = Clock stopped: waiting for your papers
parts-clock-waits = Clock stopped: waiting for the applicant’s papers
parts-clock-goes-on = Bring them by { $day }. The clock then goes on with { $days ->
    [one] { $days } working day
   *[other] { $days } working days
} left.
parts-clock-over = { $days ->
    [one] { $days } working day late
   *[other] { $days } working days late
}
parts-clock-sorry = We are sorry to keep you waiting. { $who } is looking after it.
