-- The register. Who a person is lies apart from what is true of them, so that matching and statistics never touch
-- identities. The same tables, columns and constraint names as for SQLite.

-- Encrypted; found by keyed hashes.
CREATE TABLE registry_identity (
    person TEXT COLLATE "C" NOT NULL,
    name BYTEA NOT NULL,
    resident_id BYTEA NOT NULL,
    certificate_number BYTEA,
    phone BYTEA,
    resident_id_hash TEXT COLLATE "C" NOT NULL,
    certificate_number_hash TEXT COLLATE "C",
    name_hash TEXT COLLATE "C" NOT NULL,
    -- Of the whole row as it was imported: tells whether anything has changed.
    entry_hash TEXT COLLATE "C" NOT NULL,
    CONSTRAINT pk_registry_identity PRIMARY KEY (person),
    CONSTRAINT uq_registry_identity_resident_id UNIQUE (resident_id_hash)
);
CREATE INDEX ix_registry_identity_certificate ON registry_identity (certificate_number_hash);
CREATE INDEX ix_registry_identity_name ON registry_identity (name_hash);

-- Plain, under the internal id. A row that a later file no longer has is ended, not deleted.
CREATE TABLE registry_person (
    person TEXT COLLATE "C" NOT NULL,
    birth_date TEXT NOT NULL,
    sex TEXT NOT NULL,
    category TEXT,
    grade BIGINT,
    certificate_status TEXT,
    issued_on TEXT,
    valid_until TEXT,
    components TEXT NOT NULL,
    hukou_county TEXT COLLATE "C" NOT NULL,
    hukou_township TEXT COLLATE "C",
    aid_status TEXT,
    aid_since TEXT,
    changed_at BIGINT NOT NULL,
    ended_at BIGINT,
    CONSTRAINT pk_registry_person PRIMARY KEY (person),
    CONSTRAINT fk_registry_person_identity FOREIGN KEY (person) REFERENCES registry_identity (person)
);
CREATE INDEX ix_registry_person_county ON registry_person (hukou_county, person);

-- Every file that was imported.
CREATE TABLE registry_import (
    id TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    lines BIGINT NOT NULL,
    added BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    ended BIGINT NOT NULL,
    bad BIGINT NOT NULL,
    CONSTRAINT pk_registry_import PRIMARY KEY (id)
);
