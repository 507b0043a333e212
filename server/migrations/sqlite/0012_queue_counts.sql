-- How many cases there are of an office's own stages, where those stages are rare: objections and second signatures of a
-- supervisor. Without this each of the six counts read every case of the county. Measured by bench/queue.mjs.
CREATE INDEX ix_case_row_county_stage ON case_row
    (county, stage, due_on, id, visibility, service, township, state, assignee, paused_until, at_risk_on) WHERE state <> 'closed';
-- So that the orders go on being read from their own indexes.
ANALYZE case_row;
