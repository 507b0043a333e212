-- Cases as lists read them: a row each, written in the same transaction as the events it follows from.
-- The same tables, columns and constraint names as for PostgreSQL.

-- What is true of a case, readable and without anybody's name. `person` and `submitter` are keyed hashes of resident ID
-- numbers. `due_on` and `at_risk_on` are 9999-12-31 where nothing is due; `paused_until` is empty where no clock stands
-- still; `assignee` is empty where nobody has it; `notice_until` is empty without a public notice.
CREATE TABLE case_row (
    id TEXT NOT NULL,
    reference TEXT NOT NULL,
    application TEXT NOT NULL,
    service TEXT NOT NULL,
    definition TEXT NOT NULL,
    person TEXT NOT NULL,
    submitter TEXT,
    filed_by TEXT,
    hukou_county TEXT,
    prefecture TEXT NOT NULL,
    county TEXT NOT NULL,
    township TEXT NOT NULL,
    phase TEXT NOT NULL,
    stage TEXT NOT NULL,
    state TEXT NOT NULL,
    result TEXT,
    pause TEXT,
    paused_until TEXT NOT NULL,
    assignee TEXT NOT NULL,
    due_on TEXT NOT NULL,
    at_risk_on TEXT NOT NULL,
    notice_until TEXT NOT NULL,
    visibility TEXT NOT NULL,
    submitted_on TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    monthly BIGINT,
    from_month TEXT,
    seq BIGINT NOT NULL,
    CONSTRAINT pk_case_row PRIMARY KEY (id),
    CONSTRAINT uq_case_row_reference UNIQUE (reference),
    CONSTRAINT uq_case_row_application_service UNIQUE (application, service),
    CONSTRAINT ck_case_row_phase CHECK (phase IN ('open', 'decided', 'closed')),
    CONSTRAINT ck_case_row_state CHECK (state IN ('open', 'waiting', 'decided', 'closed')),
    CONSTRAINT ck_case_row_visibility CHECK (visibility IN ('normal', 'sealed')),
    CONSTRAINT ck_case_row_closed_with_result CHECK (phase <> 'closed' OR result IS NOT NULL)
);
-- The queue: for each order one index by county and one by township, further ones where a filter leaves few.
CREATE INDEX ix_case_row_county_due ON case_row (county, due_on, id) WHERE state <> 'closed';
CREATE INDEX ix_case_row_township_due ON case_row (township, due_on, id) WHERE state <> 'closed';
CREATE INDEX ix_case_row_county_submitted ON case_row (county, submitted_on, id) WHERE state <> 'closed';
CREATE INDEX ix_case_row_township_submitted ON case_row (township, submitted_on, id) WHERE state <> 'closed';
CREATE INDEX ix_case_row_county_changed ON case_row (county, changed_at, id);
CREATE INDEX ix_case_row_township_changed ON case_row (township, changed_at, id);
CREATE INDEX ix_case_row_county_assignee_due ON case_row (county, assignee, due_on, id) WHERE state <> 'closed';
CREATE INDEX ix_case_row_township_assignee_due ON case_row (township, assignee, due_on, id) WHERE state <> 'closed';
CREATE INDEX ix_case_row_county_stage_due ON case_row (county, stage, due_on, id) WHERE state <> 'closed';
CREATE INDEX ix_case_row_county_state_due ON case_row (county, state, due_on, id) WHERE state <> 'closed';
CREATE INDEX ix_case_row_prefecture_due ON case_row (prefecture, due_on, id) WHERE state <> 'closed';
CREATE INDEX ix_case_row_county_closed ON case_row (county, changed_at, id) WHERE state = 'closed';
CREATE INDEX ix_case_row_notice ON case_row (county, notice_until, id) WHERE notice_until <> '';
CREATE INDEX ix_case_row_person ON case_row (person, id);
CREATE INDEX ix_case_row_filed_by ON case_row (filed_by, id);

-- Who the person is: encrypted, apart from what is true of them; found by whole numbers and whole names only.
CREATE TABLE case_identity (
    case_id TEXT NOT NULL,
    identity BLOB NOT NULL,
    certificate_hash TEXT,
    name_hash TEXT NOT NULL,
    CONSTRAINT pk_case_identity PRIMARY KEY (case_id),
    CONSTRAINT fk_case_identity_case FOREIGN KEY (case_id) REFERENCES case_row (id)
);
CREATE INDEX ix_case_identity_certificate ON case_identity (certificate_hash);
CREATE INDEX ix_case_identity_name ON case_identity (name_hash);

-- Who opened a case, a line for each officer and day; what was revealed and opened stands in the case's events.
CREATE TABLE case_view (
    case_id TEXT NOT NULL,
    officer TEXT NOT NULL,
    day TEXT NOT NULL,
    first_at BIGINT NOT NULL,
    CONSTRAINT uq_case_view PRIMARY KEY (case_id, officer, day),
    CONSTRAINT fk_case_view_case FOREIGN KEY (case_id) REFERENCES case_row (id)
);
CREATE INDEX ix_case_view_officer ON case_view (officer, day);
