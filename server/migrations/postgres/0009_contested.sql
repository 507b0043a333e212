-- Cases that were contested before there was a queue for it come into the queue: the request is to be handed on. The
-- days are near enough; what happens next to a case writes its row anew.
UPDATE case_row SET
    stage = 'contest_pass_on',
    state = CASE WHEN phase = 'closed' THEN 'open' ELSE state END,
    due_on = (SELECT to_char(to_timestamp(max(event.at) / 1000) AT TIME ZONE 'UTC'
            + INTERVAL '8 hours' + INTERVAL '7 days', 'YYYY-MM-DD') FROM event
        WHERE event.stream = 'case:' || case_row.id AND event.kind = 'contested'),
    at_risk_on = (SELECT to_char(to_timestamp(max(event.at) / 1000) AT TIME ZONE 'UTC'
            + INTERVAL '8 hours' + INTERVAL '5 days', 'YYYY-MM-DD') FROM event
        WHERE event.stream = 'case:' || case_row.id AND event.kind = 'contested')
WHERE phase <> 'open'
    AND 'case:' || id IN (SELECT stream FROM event WHERE kind = 'contested');
