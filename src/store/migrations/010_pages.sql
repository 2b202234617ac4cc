-- What came of asking for the pages of articles whose feeds told little.
CREATE TABLE pages (
  article_id      INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  status          TEXT NOT NULL DEFAULT 'waiting'
    CHECK (status IN ('waiting', 'reading', 'read', 'paywalled', 'reserved', 'empty', 'failed')),
  attempts        INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  claimed_until   INTEGER,
  fetched_at      INTEGER,
  last_error      TEXT,
  -- Paragraphs, parted by empty lines.
  text            TEXT NOT NULL DEFAULT '',
  license         TEXT
) STRICT;
CREATE INDEX pages_to_read ON pages (next_attempt_at) WHERE status IN ('waiting', 'reading');

-- An article that was edited is read again.
CREATE TRIGGER pages_edited AFTER UPDATE OF content_hash ON articles BEGIN
  UPDATE pages SET status = 'waiting', attempts = 0, next_attempt_at = coalesce(new.edited_at, 0) + 600000
  WHERE article_id = old.id AND status = 'read';
END;

-- The paragraphs of pages, as hashes: what recurs on a site belongs to no article.
CREATE TABLE page_paragraphs (
  source_id  INTEGER NOT NULL,
  hash       TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES pages (article_id) ON DELETE CASCADE,
  PRIMARY KEY (source_id, hash, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX page_paragraphs_article ON page_paragraphs (article_id);
