-- What whoever filed thinks of how a case is handled: one mark for a case and moment, and what an office did about a bad
-- one. `office` is the kind of the office it belongs to; `rater` is filer, or subject: with an account. `due_on` is empty
-- unless the mark is bad. What is said, the number to call and the answer are encrypted.
CREATE TABLE rating (
    id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    moment TEXT NOT NULL,
    mark TEXT NOT NULL,
    office TEXT NOT NULL,
    rater TEXT NOT NULL,
    remark BLOB NOT NULL,
    rated_at BIGINT NOT NULL,
    due_on TEXT,
    answer BLOB,
    answered_at BIGINT,
    CONSTRAINT pk_rating PRIMARY KEY (id),
    CONSTRAINT uq_rating_moment UNIQUE (case_id, moment),
    CONSTRAINT ck_rating_moment CHECK (moment IN ('accepted', 'handled', 'decided')),
    CONSTRAINT ck_rating_mark CHECK (mark IN ('1', '2', '3', '4', '5'))
);
CREATE INDEX ix_rating_open ON rating (due_on, id) WHERE due_on IS NOT NULL AND answered_at IS NULL;
CREATE INDEX ix_rating_rated ON rating (rated_at);
