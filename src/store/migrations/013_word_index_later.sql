-- Up to which article the index of words has come; those after it wait.
CREATE TABLE word_index (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  last_article INTEGER NOT NULL
) STRICT;
INSERT INTO word_index (id, last_article) SELECT 1, coalesce(max(id), 0) FROM articles;

-- Articles whose words have changed since they were indexed.
CREATE TABLE edited_articles (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE
) STRICT;
CREATE TRIGGER articles_edited AFTER UPDATE OF content_hash ON articles BEGIN
  INSERT OR IGNORE INTO edited_articles (article_id) VALUES (old.id);
END;
