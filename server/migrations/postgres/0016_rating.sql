-- What whoever filed thinks of how a case is handled: one mark for a case and moment, and what an office did about a bad
-- one. `office` is the kind of the office it belongs to; `rater` is filer, or subject: with an account. `due_on` is empty
-- unless the mark is bad. What is said, the number to call and the answer are encrypted.
CREATE TABLE rating (
    id TEXT COLLATE "C" NOT NULL,
    case_id TEXT COLLATE "C" NOT NULL,
    moment TEXT COLLATE "C" NOT NULL,
    mark TEXT COLLATE "C" NOT NULL,
    office TEXT COLLATE "C" NOT NULL,
    rater TEXT COLLATE "C" NOT NULL,
    remark BYTEA NOT NULL,
    rated_at BIGINT NOT NULL,
    due_on TEXT COLLATE "C",
    answer BYTEA,
    answered_at BIGINT,
    CONSTRAINT pk_rating PRIMARY KEY (id),
    CONSTRAINT uq_rating_moment UNIQUE (case_id, moment),
    CONSTRAINT ck_rating_moment CHECK (moment IN ('accepted', 'handled', 'decided')),
    CONSTRAINT ck_rating_mark CHECK (mark IN ('1', '2', '3', '4', '5'))
);
CREATE INDEX ix_rating_open ON rating (due_on, id) WHERE due_on IS NOT NULL AND answered_at IS NULL;
CREATE INDEX ix_rating_rated ON rating (rated_at);
