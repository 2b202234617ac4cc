-- What the model of an embeddings service made of an article's title and lead; only where such a service is set.
CREATE TABLE embeddings (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  -- Vectors of different models can't be compared.
  model      TEXT NOT NULL,
  -- 8-bit numbers from -127 to 127: its direction.
  vector     BLOB NOT NULL
) STRICT;
CREATE TRIGGER embeddings_edited AFTER UPDATE OF content_hash ON articles BEGIN
  DELETE FROM embeddings WHERE article_id = old.id;
END;
