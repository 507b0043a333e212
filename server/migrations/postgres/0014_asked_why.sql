-- Somebody asked why an office read their file, and the answer. A line is one reading, by the hash of what it was.
CREATE TABLE asked_why (
    id TEXT COLLATE "C" NOT NULL,
    case_id TEXT COLLATE "C" NOT NULL,
    line TEXT COLLATE "C" NOT NULL,
    officer TEXT COLLATE "C" NOT NULL,
    words BYTEA,
    answer BYTEA,
    asked_at BIGINT NOT NULL,
    due_on TEXT COLLATE "C" NOT NULL,
    answered_at BIGINT,
    CONSTRAINT pk_asked_why PRIMARY KEY (id),
    CONSTRAINT uq_asked_why_line UNIQUE (case_id, line)
);
CREATE INDEX ix_asked_why_open ON asked_why (asked_at, id) WHERE answered_at IS NULL;
