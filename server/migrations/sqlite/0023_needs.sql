-- How urgent a case is among those that wait, by the parts that make it so (`GRADE_1=30 DANGER_AT_HOME=10`); none where nobody waits.
ALTER TABLE case_row ADD COLUMN priority BIGINT;
ALTER TABLE case_row ADD COLUMN priority_parts TEXT NOT NULL DEFAULT '';
-- The day a thing or a service was granted: a county grants so many in a year.
ALTER TABLE case_row ADD COLUMN provided_on TEXT NOT NULL DEFAULT '';
CREATE INDEX ix_case_row_needs ON case_row (county, service, stage, priority DESC, submitted_on, id) WHERE priority IS NOT NULL AND state <> 'closed';
CREATE INDEX ix_case_row_provided ON case_row (county, service, provided_on) WHERE provided_on <> '';
