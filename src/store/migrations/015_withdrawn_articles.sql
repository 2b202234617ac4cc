-- When an article's page was found to be gone for good; what it said is used no more.
ALTER TABLE articles ADD COLUMN withdrawn_at INTEGER;
