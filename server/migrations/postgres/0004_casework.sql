-- Cases as lists read them: a row each, written in the same transaction as the events it follows from.
-- The same tables, columns and constraint names as for SQLite.
-- Text that is compared or sorted is COLLATE "C": by bytes, as SQLite does.

-- What is true of a case, readable and without anybody's name. `person` and `submitter` are keyed hashes of resident ID
-- numbers. `due_on` and `at_risk_on` are 9999-12-31 where nothing is due; `paused_until` is empty where no clock stands
-- still; `assignee` is empty where nobody has it; `notice_until` is empty without a public notice.
CREATE TABLE case_row (
    id TEXT COLLATE "C" NOT NULL,
    reference TEXT COLLATE "C" NOT NULL,
    application TEXT COLLATE "C" NOT NULL,
    service TEXT COLLATE "C" NOT NULL,
    definition TEXT COLLATE "C" NOT NULL,
    person TEXT COLLATE "C" NOT NULL,
    submitter TEXT COLLATE "C",
    filed_by TEXT COLLATE "C",
    hukou_county TEXT COLLATE "C",
    prefecture TEXT COLLATE "C" NOT NULL,
    county TEXT COLLATE "C" NOT NULL,
    township TEXT COLLATE "C" NOT NULL,
    phase TEXT COLLATE "C" NOT NULL,
    stage TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    result TEXT COLLATE "C",
    pause TEXT COLLATE "C",
    paused_until TEXT COLLATE "C" NOT NULL,
    assignee TEXT COLLATE "C" NOT NULL,
    due_on TEXT COLLATE "C" NOT NULL,
    at_risk_on TEXT COLLATE "C" NOT NULL,
    notice_until TEXT COLLATE "C" NOT NULL,
    visibility TEXT COLLATE "C" NOT NULL,
    submitted_on TEXT COLLATE "C" NOT NULL,
    changed_at BIGINT NOT NULL,
    monthly BIGINT,
    from_month TEXT COLLATE "C",
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
    case_id TEXT COLLATE "C" NOT NULL,
    identity BYTEA NOT NULL,
    certificate_hash TEXT COLLATE "C",
    name_hash TEXT COLLATE "C" NOT NULL,
    CONSTRAINT pk_case_identity PRIMARY KEY (case_id),
    CONSTRAINT fk_case_identity_case FOREIGN KEY (case_id) REFERENCES case_row (id)
);
CREATE INDEX ix_case_identity_certificate ON case_identity (certificate_hash);
CREATE INDEX ix_case_identity_name ON case_identity (name_hash);

-- Who opened a case, a line for each officer and day; what was revealed and opened stands in the case's events.
CREATE TABLE case_view (
    case_id TEXT COLLATE "C" NOT NULL,
    officer TEXT COLLATE "C" NOT NULL,
    day TEXT COLLATE "C" NOT NULL,
    first_at BIGINT NOT NULL,
    CONSTRAINT uq_case_view PRIMARY KEY (case_id, officer, day),
    CONSTRAINT fk_case_view_case FOREIGN KEY (case_id) REFERENCES case_row (id)
);
CREATE INDEX ix_case_view_officer ON case_view (officer, day);
