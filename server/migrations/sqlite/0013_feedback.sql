-- What somebody told about the portal, and its answers. Shown to who has its code.
CREATE TABLE feedback (
    number TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    told BLOB NOT NULL,
    answers BLOB,
    state TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    CONSTRAINT pk_feedback PRIMARY KEY (number)
);
CREATE INDEX ix_feedback_open ON feedback (received_at, number) WHERE state <> 'closed';
