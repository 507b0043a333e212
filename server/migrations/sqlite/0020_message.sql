-- What people are told: in the portal (message), outside of it (delivery), and where an office confirmed they can be reached.
-- The same tables, columns and constraint names as for PostgreSQL.

-- One line for each recipient of each news. `recipient` is `account:…` or `session:…`; `stream` and `seq` say what it is
-- news of. Kept are the news and what its words need, not words: everybody reads it in their own language.
CREATE TABLE message (
    id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    case_id TEXT,
    stream TEXT NOT NULL,
    seq BIGINT NOT NULL,
    news TEXT NOT NULL,
    about BLOB NOT NULL,
    at BIGINT NOT NULL,
    read_at BIGINT,
    CONSTRAINT pk_message PRIMARY KEY (id),
    CONSTRAINT uq_message_once UNIQUE (stream, seq, recipient),
    CONSTRAINT fk_message_case FOREIGN KEY (case_id) REFERENCES case_row (id)
);
CREATE INDEX ix_message_recipient ON message (recipient, at, id);
CREATE INDEX ix_message_case ON message (case_id, at);

-- One line for each way in which news goes outside, or was told by an officer. Whom it went to is not copied here.
-- `content` is what must be sent and stands nowhere else (a code), until it is sent; or what an officer noted.
CREATE TABLE delivery (
    id TEXT NOT NULL,
    stream TEXT NOT NULL,
    seq BIGINT NOT NULL,
    channel TEXT NOT NULL,
    case_id TEXT,
    news TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    proof TEXT,
    problem TEXT,
    officer TEXT,
    content BLOB,
    CONSTRAINT pk_delivery PRIMARY KEY (id),
    CONSTRAINT uq_delivery_once UNIQUE (stream, seq, channel),
    CONSTRAINT ck_delivery_state CHECK (state IN ('waiting', 'sent', 'failed', 'dead', 'void')),
    CONSTRAINT fk_delivery_case FOREIGN KEY (case_id) REFERENCES case_row (id)
);
CREATE INDEX ix_delivery_case ON delivery (case_id, created_at);

-- `about` is `person:` and the keyed hash of a resident ID number, or `case:` and the id of a sealed case, whose ways are
-- its own.
CREATE TABLE reach (
    about TEXT NOT NULL,
    reach BLOB NOT NULL,
    officer TEXT,
    office TEXT,
    at BIGINT NOT NULL,
    CONSTRAINT pk_reach PRIMARY KEY (about)
);
