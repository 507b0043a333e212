-- Codes with which a second person confirms a part of an application, at most one for each, for all cases of it. What was
-- asked and said are events of the cases; a code that was used, replaced or is too old is not kept.
CREATE TABLE confirmation_code (
    hash TEXT COLLATE "C" NOT NULL,
    application TEXT COLLATE "C" NOT NULL,
    confirmation TEXT COLLATE "C" NOT NULL,
    code BYTEA NOT NULL,
    tries BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT pk_confirmation_code PRIMARY KEY (hash),
    CONSTRAINT uq_confirmation_code_part UNIQUE (application, confirmation)
);
-- For whom a case waits: the confirmation that is still to come, by its name.
ALTER TABLE case_row ADD COLUMN awaits TEXT NOT NULL DEFAULT '';
