-- Who had a draft before it was opened with its code somewhere else: that device, and no other, is told where it went.
CREATE TABLE draft_former (
    draft TEXT NOT NULL,
    owner TEXT NOT NULL,
    left_at BIGINT NOT NULL,
    CONSTRAINT pk_draft_former PRIMARY KEY (draft, owner)
);
CREATE INDEX ix_draft_former_owner ON draft_former (owner);
