-- Since when a case is known to be urgent, and by when it is decided then, in milliseconds; none where it can wait, or no document sets hours.
ALTER TABLE case_row ADD COLUMN urgent_since BIGINT;
ALTER TABLE case_row ADD COLUMN urgent_until BIGINT;
-- The few that come first, before whatever order a queue has.
CREATE INDEX ix_case_row_urgent ON case_row (urgent_since, id) WHERE urgent_since IS NOT NULL;
-- The day on which somebody first contested what was decided; of what is objected to, the office sees it from then on.
ALTER TABLE case_row ADD COLUMN contested_on TEXT NOT NULL DEFAULT '';
