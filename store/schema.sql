-- Version 1 of a graph store (docs/formats/store.md).

-- One row: how many runs have written. What a run writes replaces what earlier ones wrote.
CREATE TABLE state (run INTEGER NOT NULL);
INSERT INTO state (run) VALUES (0);

-- Articles as read. Dates are ISO 8601 at their precision; '' where unknown.
CREATE TABLE article (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  published TEXT NOT NULL,
  source TEXT NOT NULL,
  language TEXT NOT NULL,
  hash TEXT NOT NULL,      -- SHA-256 of title, line feed, text
  run INTEGER NOT NULL,
  text TEXT NOT NULL
);

-- Claims as lines (docs/formats/claims.md). given: 0 read in the stored article, 1 brought as a claim.
CREATE TABLE claim (
  number INTEGER PRIMARY KEY,
  doc TEXT NOT NULL,
  given INTEGER NOT NULL,
  by TEXT NOT NULL,
  digest TEXT NOT NULL,    -- first 16 hex digits of the SHA-256 of line
  run INTEGER NOT NULL,
  line TEXT NOT NULL,
  UNIQUE (doc, given, by, digest)
);
