-- The version of a story up to which its life has been followed, and the newest article of it then.
ALTER TABLE stories ADD COLUMN followed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN followed_article INTEGER NOT NULL DEFAULT 0;
-- What its sources say of people killed and hurt, of money and of magnitude, as JSON.
ALTER TABLE stories ADD COLUMN severity TEXT NOT NULL DEFAULT '{}';
CREATE INDEX stories_to_follow ON stories (changed_at) WHERE followed < version;

-- What came to a story after its first article.
CREATE TABLE story_updates (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  story_id   INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  at         INTEGER NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('origin', 'figures', 'names', 'merged', 'split')),
  -- The article that brought it; null for what was done to the story itself.
  article_id INTEGER REFERENCES articles (id) ON DELETE CASCADE,
  -- The outlet, the figures or names as JSON, or the headline of the other story.
  detail     TEXT NOT NULL
) STRICT;
CREATE INDEX story_updates_story ON story_updates (story_id, at);
CREATE INDEX story_updates_article ON story_updates (article_id);

-- Stories that another one has taken in: messages that were sent before still name them.
CREATE TABLE story_redirects (
  story_id INTEGER PRIMARY KEY,
  to_id    INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX story_redirects_to ON story_redirects (to_id);

-- The story that an article was in before another took that in. New articles are compared with it as it was.
ALTER TABLE articles ADD COLUMN facet INTEGER;

-- What people said of two articles: about one event, or not. One word of a server on a pair, the latest.
CREATE TABLE labels (
  article_a INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  article_b INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  guild_id  TEXT NOT NULL,
  verdict   TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
  user_id   TEXT NOT NULL,
  at        INTEGER NOT NULL,
  PRIMARY KEY (article_a, article_b, guild_id),
  CHECK (article_a < article_b)
) STRICT, WITHOUT ROWID;
CREATE INDEX labels_b ON labels (article_b);

-- How many articles hold a word.
CREATE VIRTUAL TABLE articles_words USING fts5vocab ('articles_fts', 'row');

-- What a story is about, in signs that are the same in every language: countries, and how its names sound.
CREATE TABLE story_signs (
  sign     TEXT NOT NULL,
  story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  PRIMARY KEY (sign, story_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_signs_story ON story_signs (story_id);

-- How many articles there are in each language.
CREATE INDEX articles_language ON articles (language);
