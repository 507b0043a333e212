-- What somebody told about the portal, and its answers. Shown to who has its code.
CREATE TABLE feedback (
    number TEXT COLLATE "C" NOT NULL,
    code_hash TEXT COLLATE "C" NOT NULL,
    told BYTEA NOT NULL,
    answers BYTEA,
    state TEXT COLLATE "C" NOT NULL,
    received_at BIGINT NOT NULL,
    due_on TEXT COLLATE "C" NOT NULL,
    CONSTRAINT pk_feedback PRIMARY KEY (number)
);
CREATE INDEX ix_feedback_open ON feedback (received_at, number) WHERE state <> 'closed';
