-- The queue, whatever narrows a list in whatever order: each order's index holds what a filter asks of, so that a filter which
-- leaves few cases is answered from the index alone, without a look at each case. Measured by bench/queue.mjs.
DROP INDEX ix_case_row_county_due;
CREATE INDEX ix_case_row_county_due ON case_row
    (county, due_on, id, visibility, stage, service, township, state, assignee, paused_until, at_risk_on) WHERE state <> 'closed';
DROP INDEX ix_case_row_county_submitted;
CREATE INDEX ix_case_row_county_submitted ON case_row
    (county, submitted_on, id, visibility, stage, service, township, state, assignee, due_on, paused_until, at_risk_on) WHERE state <> 'closed';
DROP INDEX ix_case_row_county_changed;
CREATE INDEX ix_case_row_county_changed ON case_row
    (county, changed_at, id, visibility, stage, service, township, state, assignee, due_on, paused_until, at_risk_on) WHERE state <> 'closed';
DROP INDEX ix_case_row_county_closed;
CREATE INDEX ix_case_row_county_closed ON case_row
    (county, changed_at, id, visibility, stage, service, township, state, assignee, due_on, paused_until, at_risk_on) WHERE state = 'closed';
DROP INDEX ix_case_row_township_due;
CREATE INDEX ix_case_row_township_due ON case_row
    (township, due_on, id, visibility, stage, service, state, assignee, paused_until, at_risk_on) WHERE state <> 'closed';
DROP INDEX ix_case_row_township_submitted;
CREATE INDEX ix_case_row_township_submitted ON case_row
    (township, submitted_on, id, visibility, stage, service, state, assignee, due_on, paused_until, at_risk_on) WHERE state <> 'closed';
DROP INDEX ix_case_row_township_changed;
CREATE INDEX ix_case_row_township_changed ON case_row
    (township, changed_at, id, visibility, stage, service, state, assignee, due_on, paused_until, at_risk_on) WHERE state <> 'closed';
DROP INDEX ix_case_row_township_closed;
CREATE INDEX ix_case_row_township_closed ON case_row
    (township, changed_at, id, visibility, stage, service, state, assignee, due_on, paused_until, at_risk_on) WHERE state = 'closed';
-- What these were for, the indexes above answer.
DROP INDEX ix_case_row_county_stage_due;
DROP INDEX ix_case_row_county_state_due;
DROP INDEX ix_case_row_township_stage_due;
DROP INDEX ix_case_row_township_state_due;
