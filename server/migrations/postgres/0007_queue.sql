-- The queue with a hundred thousand cases: no index of its lists holds closed cases, and a township's lists have the
-- same indexes as a county's. Measured by bench/queue.mjs.
DROP INDEX ix_case_row_county_changed;
DROP INDEX ix_case_row_township_changed;
CREATE INDEX ix_case_row_county_changed ON case_row (county, changed_at, id) WHERE state <> 'closed';
CREATE INDEX ix_case_row_township_changed ON case_row (township, changed_at, id) WHERE state <> 'closed';
CREATE INDEX ix_case_row_township_closed ON case_row (township, changed_at, id) WHERE state = 'closed';
CREATE INDEX ix_case_row_township_state_due ON case_row (township, state, due_on, id) WHERE state <> 'closed';
CREATE INDEX ix_case_row_township_stage_due ON case_row (township, stage, due_on, id) WHERE state <> 'closed';
