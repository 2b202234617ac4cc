-- Parts of the index of words are joined a little with every transaction, not many of them in one long one.
INSERT INTO articles_fts (articles_fts, rank) VALUES ('crisismerge', 64);
