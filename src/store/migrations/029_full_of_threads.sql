-- A server may have as many open threads as it can: one more reason. SQLite can't change a constraint: both are made anew.
DROP INDEX subscriptions_refused;
ALTER TABLE subscriptions RENAME COLUMN refused TO refused_before;
ALTER TABLE subscriptions ADD COLUMN refused TEXT
  CHECK (refused IN ('AutoMod', 'harmful link', 'tag needed', 'threads full'));
UPDATE subscriptions SET refused = refused_before WHERE refused_before IS NOT NULL;
ALTER TABLE subscriptions DROP COLUMN refused_before;
CREATE INDEX subscriptions_refused ON subscriptions (guild_id) WHERE refused IS NOT NULL;

DROP INDEX live_subscriptions_refused;
ALTER TABLE live_subscriptions RENAME COLUMN refused TO refused_before;
ALTER TABLE live_subscriptions ADD COLUMN refused TEXT
  CHECK (refused IN ('AutoMod', 'harmful link', 'tag needed', 'threads full'));
UPDATE live_subscriptions SET refused = refused_before WHERE refused_before IS NOT NULL;
ALTER TABLE live_subscriptions DROP COLUMN refused_before;
CREATE INDEX live_subscriptions_refused ON live_subscriptions (guild_id) WHERE refused IS NOT NULL;
