-- Applying: drafts, what was handed in, tries with a resume code.
-- The same tables, columns and constraint names as for SQLite.

-- `owner` is `account:…` or `session:…`. Answers and the resume code are encrypted; the code is found by its keyed hash.
CREATE TABLE draft (
    id TEXT COLLATE "C" NOT NULL,
    owner TEXT COLLATE "C" NOT NULL,
    answers BYTEA NOT NULL,
    version BIGINT NOT NULL,
    resume_code BYTEA NOT NULL,
    resume_hash TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT pk_draft PRIMARY KEY (id),
    CONSTRAINT uq_draft_resume_hash UNIQUE (resume_hash),
    CONSTRAINT ck_draft_version CHECK (version >= 0)
);
CREATE INDEX ix_draft_owner ON draft (owner, updated_at);
CREATE INDEX ix_draft_expires_at ON draft (expires_at);

-- Never changed after it is handed in. Its cases name it by its reference; `draft` is what it came from.
CREATE TABLE application (
    id TEXT COLLATE "C" NOT NULL,
    reference TEXT COLLATE "C" NOT NULL,
    owner TEXT COLLATE "C" NOT NULL,
    draft TEXT COLLATE "C" NOT NULL,
    payload BYTEA NOT NULL,
    resume_code BYTEA NOT NULL,
    resume_hash TEXT COLLATE "C" NOT NULL,
    submitted_at BIGINT NOT NULL,
    CONSTRAINT pk_application PRIMARY KEY (id),
    CONSTRAINT uq_application_reference UNIQUE (reference),
    CONSTRAINT uq_application_draft UNIQUE (draft)
);
CREATE INDEX ix_application_owner ON application (owner, submitted_at);

-- Wrong tries with a resume code, by the keyed hash of what was typed.
CREATE TABLE resume_try (
    resume_hash TEXT COLLATE "C" NOT NULL,
    tries BIGINT NOT NULL,
    since BIGINT NOT NULL,
    CONSTRAINT pk_resume_try PRIMARY KEY (resume_hash),
    CONSTRAINT ck_resume_try_tries CHECK (tries > 0)
);
CREATE INDEX ix_resume_try_since ON resume_try (since);
