ALTER TABLE sources ADD COLUMN body_hash TEXT;
-- When a whole document came last, instead of word that it is unchanged.
ALTER TABLE sources ADD COLUMN document_at INTEGER;
-- Milliseconds in which everything in the document was replaced, lately at the shortest.
ALTER TABLE sources ADD COLUMN turnover_ms INTEGER;
-- Milliseconds of one exchange, the latest counting most.
ALTER TABLE sources ADD COLUMN average_ms INTEGER;
-- What the publisher wishes for polling, as JSON.
ALTER TABLE sources ADD COLUMN wish TEXT;
-- What it usually publishes.
ALTER TABLE sources ADD COLUMN reads INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN per_hour REAL NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN per_batch REAL NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN identity_rung TEXT NOT NULL DEFAULT 'guid' CHECK (identity_rung IN ('guid', 'url', 'title'));
ALTER TABLE sources ADD COLUMN failing_since INTEGER;
-- Since when it does not answer although that may be our own network's fault.
ALTER TABLE sources ADD COLUMN doubted_since INTEGER;
ALTER TABLE sources ADD COLUMN dead_since INTEGER;
-- Where its server says it has moved for good, and since when.
ALTER TABLE sources ADD COLUMN moved_to TEXT;
ALTER TABLE sources ADD COLUMN moved_since INTEGER;
-- What the catalogue calls its address; its own may have moved on since.
ALTER TABLE sources ADD COLUMN catalogue_url TEXT;
UPDATE sources SET catalogue_url = url WHERE in_catalogue = 1;
-- The source that has its address now: this one is polled no more, nobody gets it.
ALTER TABLE sources ADD COLUMN merged_into INTEGER REFERENCES sources (id);
-- Since when articles of it are held.
ALTER TABLE sources ADD COLUMN held_since INTEGER;
CREATE INDEX sources_catalogue_url ON sources (catalogue_url);
CREATE INDEX sources_held ON sources (held_since) WHERE held_since IS NOT NULL;

-- When a host (with its port, where that is not the usual one) may be asked next.
CREATE TABLE hosts (
  host    TEXT PRIMARY KEY,
  next_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What somebody should be told about a source.
CREATE TABLE source_events (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN ('died', 'recovered', 'held')),
  at        INTEGER NOT NULL,
  -- Why it died; how many articles are held.
  detail    TEXT NOT NULL,
  -- Null until it has become notices.
  told_at   INTEGER
) STRICT;
CREATE INDEX source_events_waiting ON source_events (id) WHERE told_at IS NULL;

-- By what an article is recognised, beside its canonical_url. Those of the first editions have some of it.
ALTER TABLE articles ADD COLUMN guid_key TEXT;
ALTER TABLE articles ADD COLUMN title_key TEXT;
UPDATE articles SET guid_key = substr(identity, 6) WHERE identity LIKE 'guid:%';
CREATE INDEX articles_guid ON articles (source_id, guid_key) WHERE guid_key IS NOT NULL;
CREATE INDEX articles_title ON articles (source_id, title_key) WHERE title_key IS NOT NULL;

-- news: may be announced; silent: never is; held: waits, outside of stories, for somebody to say which.
ALTER TABLE articles ADD COLUMN arrival TEXT NOT NULL DEFAULT 'news' CHECK (arrival IN ('news', 'silent', 'held'));
CREATE INDEX articles_held ON articles (source_id) WHERE arrival = 'held';

-- Parts of the index of words are joined later and more at a time: storing gets a tenth cheaper.
INSERT INTO articles_fts (articles_fts, rank) VALUES ('automerge', 16);
