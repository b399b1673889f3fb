-- Times are texts as Java's Instant writes them, so that nothing of them is lost. JSON is ASCII: other characters are escaped in it.

CREATE TABLE workshop (
  id         TEXT NOT NULL PRIMARY KEY,
  course     TEXT NOT NULL,
  capacity   INTEGER NOT NULL,
  join_code  TEXT NOT NULL,
  created_at TEXT NOT NULL,
  last_event INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE room_event (
  workshop TEXT NOT NULL REFERENCES workshop (id),
  number   INTEGER NOT NULL,
  at       TEXT NOT NULL,
  event    TEXT NOT NULL,
  PRIMARY KEY (workshop, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE secret (
  workshop TEXT NOT NULL REFERENCES workshop (id),
  digest   TEXT NOT NULL,
  kind     TEXT NOT NULL,
  seat     TEXT,
  PRIMARY KEY (workshop, digest)
) STRICT, WITHOUT ROWID;

CREATE INDEX secret_of_seat ON secret (workshop, seat);

CREATE TABLE journal_entry (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  workshop TEXT NOT NULL REFERENCES workshop (id),
  seat     TEXT NOT NULL,
  lesson   TEXT NOT NULL,
  entry    TEXT NOT NULL
) STRICT;

CREATE INDEX journal_of_seat ON journal_entry (workshop, seat, id);
