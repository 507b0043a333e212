-- The officer who filed a case for the person (帮代办、上门办), by their id: it is not theirs to work on.
ALTER TABLE case_row ADD COLUMN entered_by TEXT NOT NULL DEFAULT '';
