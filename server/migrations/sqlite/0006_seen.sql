-- Who opened cases, the latest first, for those who audit it.
CREATE INDEX ix_case_view_first_at ON case_view (first_at);
