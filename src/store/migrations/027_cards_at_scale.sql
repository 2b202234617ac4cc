-- Whether a channel has a card of a story, or has had any since something.
CREATE INDEX cards_channel ON cards (channel_id, story_id);
-- How often a role has been mentioned within a day.
CREATE INDEX cards_role ON cards (role_id, created_at) WHERE role_id IS NOT NULL;
-- Which channels rest.
CREATE INDEX subscriptions_suspended ON subscriptions (channel_id) WHERE suspended IS NOT NULL;
CREATE INDEX live_subscriptions_suspended ON live_subscriptions (channel_id) WHERE suspended IS NOT NULL;
