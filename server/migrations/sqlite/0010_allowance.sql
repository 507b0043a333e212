-- What somebody or a household has used of a day's allowance, by a keyed hash of what and whose.
CREATE TABLE allowance (
    who TEXT NOT NULL,
    day TEXT NOT NULL,
    used BIGINT NOT NULL,
    CONSTRAINT pk_allowance PRIMARY KEY (who, day)
);
CREATE INDEX ix_allowance_day ON allowance (day);
