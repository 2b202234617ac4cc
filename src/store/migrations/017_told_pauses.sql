-- When its server was last told that the subscription is paused.
ALTER TABLE subscriptions ADD COLUMN told_paused_at INTEGER;
CREATE INDEX deliveries_channel ON deliveries (channel_id, sent_at);
