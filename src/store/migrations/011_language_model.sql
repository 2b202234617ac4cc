-- What asking the language model has cost, by day (UTC) and model.
CREATE TABLE model_calls (
  day      TEXT NOT NULL,
  model    TEXT NOT NULL,
  tokens   INTEGER NOT NULL,
  calls    INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  PRIMARY KEY (day, model)
) STRICT, WITHOUT ROWID;

-- What it answered, by a hash of everything that it was asked: the same is not asked twice.
CREATE TABLE model_answers (
  key     TEXT PRIMARY KEY,
  answer  TEXT NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT;
CREATE INDEX model_answers_kept ON model_answers (kept_at);
