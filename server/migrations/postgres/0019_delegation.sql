-- Somebody may act for another. What of it names people, services and proofs is closed in `terms`. `agent` is the account
-- that took it; `agent_person` who that is, where an office saw the number. The code by which it is taken is kept by its
-- hash until then.
CREATE TABLE delegation (
    id TEXT COLLATE "C" NOT NULL,
    principal TEXT COLLATE "C" NOT NULL,
    agent TEXT COLLATE "C",
    agent_person TEXT COLLATE "C",
    role TEXT COLLATE "C" NOT NULL,
    valid_from TEXT COLLATE "C" NOT NULL,
    valid_until TEXT COLLATE "C" NOT NULL,
    of_age_on TEXT COLLATE "C",
    terms BYTEA NOT NULL,
    made_by TEXT COLLATE "C" NOT NULL,
    office TEXT COLLATE "C",
    made_at BIGINT NOT NULL,
    code_hash TEXT COLLATE "C",
    code_until BIGINT,
    code_tries BIGINT NOT NULL DEFAULT 0,
    accepted_at BIGINT,
    ended_at BIGINT,
    ended_by TEXT COLLATE "C",
    CONSTRAINT pk_delegation PRIMARY KEY (id),
    CONSTRAINT uq_delegation_code UNIQUE (code_hash)
);
CREATE INDEX ix_delegation_principal ON delegation (principal, made_at);
CREATE INDEX ix_delegation_agent ON delegation (agent, made_at) WHERE agent IS NOT NULL;
-- What a person does not want of what others did in their name, and the answer. `seq` is the deed's place in the case.
CREATE TABLE unwanted (
    id TEXT COLLATE "C" NOT NULL,
    case_id TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    words BYTEA,
    answer BYTEA,
    said_at BIGINT NOT NULL,
    due_on TEXT COLLATE "C" NOT NULL,
    answered_at BIGINT,
    CONSTRAINT pk_unwanted PRIMARY KEY (id),
    CONSTRAINT uq_unwanted_deed UNIQUE (case_id, seq, account)
);
CREATE INDEX ix_unwanted_account ON unwanted (account, said_at);
CREATE INDEX ix_unwanted_open ON unwanted (due_on, id) WHERE answered_at IS NULL;
