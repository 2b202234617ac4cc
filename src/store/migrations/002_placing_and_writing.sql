-- The order in which articles were placed in stories, from 1. A story's founder has its lowest.
ALTER TABLE articles ADD COLUMN placed INTEGER;
UPDATE articles SET placed = id WHERE story_id IS NOT NULL;
CREATE INDEX articles_placed ON articles (placed);

-- Briefs that could not be written, until they are.
CREATE TABLE failed_briefs (
  story_id        INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  language        TEXT NOT NULL,
  attempts        INTEGER NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  last_error      TEXT NOT NULL,
  PRIMARY KEY (story_id, language)
) STRICT, WITHOUT ROWID;
