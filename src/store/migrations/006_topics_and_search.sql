-- A query, as src/news/query.ts reads it, instead of a list of words; empty: only what its sources publish.
ALTER TABLE guild_topics ADD COLUMN query TEXT NOT NULL DEFAULT '';
UPDATE guild_topics SET query = coalesce((
  SELECT group_concat(CASE WHEN value GLOB '*[^a-z]*' THEN '"' || replace(value, '"', ' ') || '"' ELSE value END, ' OR ')
  FROM json_each(guild_topics.words)
), '');
ALTER TABLE guild_topics DROP COLUMN words;

-- The beginnings of words are in the index, so that they are found as fast as whole words.
DROP TABLE articles_fts;
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, body, content = '', contentless_delete = 1, prefix = '4', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO articles_fts (articles_fts, rank) VALUES ('automerge', 16), ('crisismerge', 64);
INSERT INTO articles_fts (rowid, title, body)
SELECT id, index_text(title), index_text(summary || char(10) || text) FROM articles;

-- What the topic model has learned, as src/text/TopicModel.ts writes it, and the last article that it learned from.
CREATE TABLE topic_models (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  state        BLOB NOT NULL,
  last_article INTEGER NOT NULL,
  saved_at     INTEGER NOT NULL
) STRICT;
