-- What every subject stands on: events and their seals, once-only operations, jobs, files, policy, definitions.
-- The same tables, columns and constraint names as for SQLite.
-- Text that is compared or sorted is COLLATE "C": by bytes, as SQLite does.

-- Small facts about the database itself: fingerprints of its keys, marks such as "made by demo".
CREATE TABLE meta (
    name TEXT COLLATE "C" NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_meta PRIMARY KEY (name)
);

-- Append-only. Erasing removes payload and salt; digest and hash stay, and the chain holds.
CREATE TABLE event (
    stream TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C",
    role TEXT COLLATE "C",
    office TEXT COLLATE "C",
    at BIGINT NOT NULL,
    payload BYTEA,
    salt BYTEA,
    digest BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    CONSTRAINT uq_event_stream_seq PRIMARY KEY (stream, seq),
    CONSTRAINT ck_event_seq CHECK (seq > 0),
    CONSTRAINT ck_event_erased CHECK ((payload IS NULL) = (salt IS NULL))
);
CREATE INDEX ix_event_kind_at ON event (kind, at);

-- Seals over the heads of streams, each over the one before; copies lie outside the database.
CREATE TABLE seal (
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    heads BIGINT NOT NULL,
    mac BYTEA NOT NULL,
    CONSTRAINT pk_seal PRIMARY KEY (number)
);
-- The heads that moved since the seal before.
CREATE TABLE seal_head (
    seal BIGINT NOT NULL,
    stream TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    CONSTRAINT pk_seal_head PRIMARY KEY (stream, seal),
    CONSTRAINT fk_seal_head_seal FOREIGN KEY (seal) REFERENCES seal (number)
);

-- Every form that changes something, once.
CREATE TABLE operation (
    id TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    route TEXT COLLATE "C" NOT NULL,
    location TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT uq_operation_id PRIMARY KEY (id)
);
CREATE INDEX ix_operation_at ON operation (at);

-- Work for later, also messages to the outside. No personal data in payloads.
CREATE TABLE job (
    id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    unique_key TEXT COLLATE "C" NOT NULL,
    payload TEXT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    lease_until BIGINT,
    problem TEXT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    CONSTRAINT pk_job PRIMARY KEY (id),
    CONSTRAINT uq_job_unique_key UNIQUE (unique_key),
    CONSTRAINT ck_job_state CHECK (state IN ('waiting', 'running', 'done', 'dead'))
);
CREATE INDEX ix_job_state_run_at ON job (state, run_at);

-- Bytes lie encrypted in the data folder under `path`.
CREATE TABLE file (
    id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    name BYTEA NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    path TEXT COLLATE "C" NOT NULL,
    uploaded_by TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT pk_file PRIMARY KEY (id),
    CONSTRAINT uq_file_path UNIQUE (path),
    CONSTRAINT ck_file_size CHECK (size > 0)
);
CREATE TABLE file_use (
    file TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    subject_id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT uq_file_use PRIMARY KEY (subject, subject_id, kind, file),
    CONSTRAINT fk_file_use_file FOREIGN KEY (file) REFERENCES file (id),
    CONSTRAINT ck_file_use_subject CHECK (subject IN ('draft', 'case'))
);
CREATE INDEX ix_file_use_file ON file_use (file);

-- Dated numbers and switches. Revision 0 is the shipped value; later ones replace it, approved by a second person.
CREATE TABLE policy_value (
    division TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    from_month TEXT COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL,
    value TEXT NOT NULL,
    basis TEXT COLLATE "C" NOT NULL,
    proposed_by TEXT COLLATE "C",
    approved_by TEXT COLLATE "C",
    at BIGINT NOT NULL,
    CONSTRAINT uq_policy_value PRIMARY KEY (division, key, from_month, revision),
    CONSTRAINT ck_policy_value_two_people CHECK (
        revision = 0
        OR (proposed_by IS NOT NULL AND approved_by IS NOT NULL AND proposed_by <> approved_by)
    )
);

-- Every definition of a service that a case was ever made under.
CREATE TABLE definition (
    hash TEXT COLLATE "C" NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_definition PRIMARY KEY (hash)
);
