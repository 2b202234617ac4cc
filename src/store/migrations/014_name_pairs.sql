-- Names that sources print side by side, 世界保健機関（WHO）, with who printed them: a row for each owner of sources.
CREATE TABLE name_pairs (
  id       INTEGER PRIMARY KEY,
  -- The same for every case that the name stands in.
  name_key TEXT NOT NULL,
  other    TEXT NOT NULL,
  owner    TEXT NOT NULL,
  -- In how many of its articles.
  articles INTEGER NOT NULL,
  seen_at  INTEGER NOT NULL,
  UNIQUE (name_key, other, owner)
) STRICT;
CREATE INDEX name_pairs_owner ON name_pairs (owner, seen_at);
CREATE INDEX name_pairs_seen ON name_pairs (seen_at);
