-- What nobody but its own office and whoever handed it in may know of.
ALTER TABLE case_row DROP CONSTRAINT ck_case_row_visibility;
ALTER TABLE case_row ADD CONSTRAINT ck_case_row_visibility CHECK (visibility IN ('normal', 'sealed', 'confidential'));
