-- Who comes: accounts, what links them to people, codes, sessions, staff and their posts.
-- The same tables, columns and constraint names as for PostgreSQL.

-- A name of one's own choice is found by its keyed hash and belongs to one account. A mobile number that nobody has
-- proven may stand in several: who signs up never learns whether a number is known here.
CREATE TABLE account (
    id TEXT NOT NULL,
    user_name_hash TEXT,
    mobile_hash TEXT,
    name BLOB NOT NULL,
    password TEXT NOT NULL,
    display TEXT,
    created_at BIGINT NOT NULL,
    CONSTRAINT pk_account PRIMARY KEY (id),
    CONSTRAINT uq_account_user_name UNIQUE (user_name_hash),
    CONSTRAINT ck_account_one_name CHECK ((user_name_hash IS NULL) <> (mobile_hash IS NULL))
);
CREATE INDEX ix_account_mobile ON account (mobile_hash, created_at);

-- Staff. Without a secret they must set one up at the next sign-in; each step of the secret counts once.
CREATE TABLE staff (
    id TEXT NOT NULL,
    login TEXT NOT NULL,
    name BLOB NOT NULL,
    office TEXT NOT NULL,
    password TEXT NOT NULL,
    totp_secret BLOB,
    totp_step BIGINT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    CONSTRAINT pk_staff PRIMARY KEY (id),
    CONSTRAINT uq_staff_login UNIQUE (login)
);
CREATE TABLE staff_role (
    staff TEXT NOT NULL,
    role TEXT NOT NULL,
    division TEXT NOT NULL,
    CONSTRAINT uq_staff_role PRIMARY KEY (staff, role, division),
    CONSTRAINT fk_staff_role_staff FOREIGN KEY (staff) REFERENCES staff (id)
);
CREATE INDEX ix_staff_role_division ON staff_role (division, role);
-- People they must not work for, by the keyed hash of the resident ID number.
CREATE TABLE staff_kin (
    staff TEXT NOT NULL,
    relation TEXT NOT NULL,
    person TEXT NOT NULL,
    CONSTRAINT uq_staff_kin PRIMARY KEY (staff, relation, person),
    CONSTRAINT fk_staff_kin_staff FOREIGN KEY (staff) REFERENCES staff (id),
    CONSTRAINT ck_staff_kin_relation CHECK (relation IN ('own', 'household', 'relative'))
);
-- Somebody fills all posts of another from one day to another, both included.
CREATE TABLE substitution (
    id TEXT NOT NULL,
    staff TEXT NOT NULL,
    substitute TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    named_by TEXT NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT pk_substitution PRIMARY KEY (id),
    CONSTRAINT fk_substitution_staff FOREIGN KEY (staff) REFERENCES staff (id),
    CONSTRAINT fk_substitution_substitute FOREIGN KEY (substitute) REFERENCES staff (id),
    CONSTRAINT ck_substitution_another CHECK (staff <> substitute),
    CONSTRAINT ck_substitution_days CHECK (from_day <= to_day)
);
CREATE INDEX ix_substitution_substitute ON substitution (substitute, to_day);
CREATE INDEX ix_substitution_staff ON substitution (staff, to_day);

-- Recovery codes, and one-time codes that an office hands over (those end by themselves).
CREATE TABLE recovery_code (
    hash TEXT NOT NULL,
    owner TEXT NOT NULL,
    issued_by TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    used_at BIGINT,
    CONSTRAINT pk_recovery_code PRIMARY KEY (hash)
);
CREATE INDEX ix_recovery_code_owner ON recovery_code (owner);

-- What an office hands over after seeing a person.
CREATE TABLE link_code (
    hash TEXT NOT NULL,
    person TEXT NOT NULL,
    name BLOB NOT NULL,
    issued_by TEXT,
    office TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    used_by TEXT,
    CONSTRAINT pk_link_code PRIMARY KEY (hash),
    CONSTRAINT ck_link_code_used CHECK ((used_at IS NULL) = (used_by IS NULL))
);
CREATE INDEX ix_link_code_person ON link_code (person);
-- An account holds a person: stated by itself, or linked by an office.
CREATE TABLE link (
    account TEXT NOT NULL,
    person TEXT NOT NULL,
    level TEXT NOT NULL,
    name BLOB NOT NULL,
    linked_by TEXT,
    office TEXT,
    at BIGINT NOT NULL,
    CONSTRAINT uq_link_account_person PRIMARY KEY (account, person),
    CONSTRAINT fk_link_account FOREIGN KEY (account) REFERENCES account (id),
    CONSTRAINT ck_link_level CHECK (level IN ('stated', 'linked'))
);
CREATE INDEX ix_link_person ON link (person);

-- Of a token only its SHA-256 is known here. Ended by time, a session stays for a week, so that what is typed into it
-- is still known to belong to its owner; ended by signing out, it is gone.
CREATE TABLE session (
    id TEXT NOT NULL,
    token TEXT NOT NULL,
    kind TEXT NOT NULL,
    account TEXT,
    staff TEXT,
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    CONSTRAINT pk_session PRIMARY KEY (id),
    CONSTRAINT uq_session_token UNIQUE (token),
    CONSTRAINT fk_session_account FOREIGN KEY (account) REFERENCES account (id),
    CONSTRAINT fk_session_staff FOREIGN KEY (staff) REFERENCES staff (id),
    CONSTRAINT ck_session_kind CHECK (
        (kind = 'anonymous' AND account IS NULL AND staff IS NULL)
        OR (kind = 'account' AND account IS NOT NULL AND staff IS NULL)
        OR (kind IN ('half', 'staff') AND account IS NULL AND staff IS NOT NULL)
    )
);
CREATE INDEX ix_session_account ON session (account);
CREATE INDEX ix_session_staff ON session (staff);
CREATE INDEX ix_session_ends_at ON session (ends_at);
-- What was typed when a session had ended, and codes until they are said to be kept.
CREATE TABLE stash (
    session TEXT NOT NULL,
    slot TEXT NOT NULL,
    owner TEXT,
    content BLOB NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT uq_stash_session_slot PRIMARY KEY (session, slot),
    CONSTRAINT fk_stash_session FOREIGN KEY (session) REFERENCES session (id) ON DELETE CASCADE
);

-- Wrong tries, by a keyed hash of who tries.
CREATE TABLE attempt (
    who TEXT NOT NULL,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    CONSTRAINT pk_attempt PRIMARY KEY (who)
);
CREATE INDEX ix_attempt_last_at ON attempt (last_at);
