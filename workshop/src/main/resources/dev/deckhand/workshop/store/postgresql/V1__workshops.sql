-- Times are texts as Java's Instant writes them, so that nothing of them is lost. JSON is ASCII: other characters are escaped in it.

CREATE TABLE workshop (
  id         TEXT NOT NULL PRIMARY KEY,
  course     TEXT NOT NULL,
  capacity   INTEGER NOT NULL,
  join_code  TEXT NOT NULL,
  created_at TEXT NOT NULL,
  last_event BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE room_event (
  workshop TEXT NOT NULL REFERENCES workshop (id),
  number   BIGINT NOT NULL,
  at       TEXT NOT NULL,
  event    TEXT NOT NULL,
  PRIMARY KEY (workshop, number)
);

CREATE TABLE secret (
  workshop TEXT NOT NULL REFERENCES workshop (id),
  digest   TEXT NOT NULL,
  kind     TEXT NOT NULL,
  seat     TEXT,
  PRIMARY KEY (workshop, digest)
);

CREATE INDEX secret_of_seat ON secret (workshop, seat);

CREATE TABLE journal_entry (
  id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workshop TEXT NOT NULL REFERENCES workshop (id),
  seat     TEXT NOT NULL,
  lesson   TEXT NOT NULL,
  entry    TEXT NOT NULL
);

CREATE INDEX journal_of_seat ON journal_entry (workshop, seat, id);

-- The last batch of each process that writes. A process whose connection broke before the answer to a commit finds out here whether
-- it was committed.
CREATE TABLE writer (
  id      UUID NOT NULL PRIMARY KEY,
  batch   BIGINT NOT NULL,
  seen_at TIMESTAMPTZ NOT NULL
);
