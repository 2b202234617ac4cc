-- What comparing needs of the articles of running stories, so that a restart need not read their texts again.
CREATE TABLE article_terms (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  -- By which edition of the code it was made: another one makes it anew.
  edition    INTEGER NOT NULL,
  -- 32-bit numbers.
  terms      BLOB NOT NULL,
  sketch     BLOB NOT NULL
) STRICT;
CREATE TRIGGER article_terms_edited AFTER UPDATE OF content_hash ON articles BEGIN
  DELETE FROM article_terms WHERE article_id = old.id;
END;
