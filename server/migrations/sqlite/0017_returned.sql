-- A case that was sent back says so in the queue of the office that must act, until that office passes it on: the stage it
-- was sent back from. Those that lie there now are found by their last event of the way.
ALTER TABLE case_row ADD COLUMN returned TEXT NOT NULL DEFAULT '';
UPDATE case_row SET returned = CASE stage
        WHEN 'township_review' THEN 'federation_review'
        WHEN 'federation_review' THEN 'civil_affairs_decision'
        ELSE '' END
WHERE phase = 'open'
    AND (SELECT event.kind FROM event WHERE event.stream = 'case:' || case_row.id
            AND event.kind IN ('returned', 'reviewed', 'objection_decided', 'reconsidered')
        ORDER BY event.seq DESC LIMIT 1) = 'returned';
CREATE INDEX ix_case_row_county_returned ON case_row (county, due_on, id) WHERE returned <> '' AND state <> 'closed';
CREATE INDEX ix_case_row_township_returned ON case_row (township, due_on, id) WHERE returned <> '' AND state <> 'closed';
-- Objections that wait have a last day. It is near enough; what happens next to a case writes its row anew.
UPDATE case_row SET
    due_on = (SELECT date(max(event.at) / 1000 + 28800, 'unixepoch', '+14 days') FROM event
        WHERE event.stream = 'case:' || case_row.id AND event.kind = 'objection_made'),
    at_risk_on = (SELECT date(max(event.at) / 1000 + 28800, 'unixepoch', '+9 days') FROM event
        WHERE event.stream = 'case:' || case_row.id AND event.kind = 'objection_made')
WHERE stage = 'objection'
    AND 'case:' || id IN (SELECT stream FROM event WHERE kind = 'objection_made');
