-- What readers think of the brief of a story: the last word of each.
CREATE TABLE feedback (
  id       INTEGER PRIMARY KEY,
  story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  -- Where it was read; null outside of any server.
  guild_id TEXT,
  user_id  TEXT NOT NULL,
  verdict  TEXT NOT NULL CHECK (verdict IN ('useful', 'wrong fact', 'mixed up', 'old news', 'unwanted')),
  at       INTEGER NOT NULL,
  UNIQUE (story_id, user_id)
) STRICT;
CREATE INDEX feedback_at ON feedback (at);

-- The sources that the brief rested on then.
CREATE TABLE feedback_sources (
  feedback_id INTEGER NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
  source_id   INTEGER NOT NULL REFERENCES sources (id),
  PRIMARY KEY (feedback_id, source_id)
) STRICT, WITHOUT ROWID;
