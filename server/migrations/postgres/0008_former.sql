-- Who had a draft before it was opened with its code somewhere else: that device, and no other, is told where it went.
CREATE TABLE draft_former (
    draft TEXT COLLATE "C" NOT NULL,
    owner TEXT COLLATE "C" NOT NULL,
    left_at BIGINT NOT NULL,
    CONSTRAINT pk_draft_former PRIMARY KEY (draft, owner)
);
CREATE INDEX ix_draft_former_owner ON draft_former (owner);
