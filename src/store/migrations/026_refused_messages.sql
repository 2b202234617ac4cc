-- What kept a message back that nobody has been told of yet, and when somebody was last told of one.
ALTER TABLE subscriptions ADD COLUMN refused TEXT CHECK (refused IN ('AutoMod', 'harmful link', 'tag needed'));
ALTER TABLE subscriptions ADD COLUMN told_refused_at INTEGER;
ALTER TABLE live_subscriptions ADD COLUMN refused TEXT CHECK (refused IN ('AutoMod', 'harmful link', 'tag needed'));
ALTER TABLE live_subscriptions ADD COLUMN told_refused_at INTEGER;
CREATE INDEX subscriptions_refused ON subscriptions (guild_id) WHERE refused IS NOT NULL;
CREATE INDEX live_subscriptions_refused ON live_subscriptions (guild_id) WHERE refused IS NOT NULL;
