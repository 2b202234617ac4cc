-- Whether a channel has a card of a story, or has had any since something.
CREATE INDEX cards_channel ON cards (channel_id, story_id);
-- How often a role has been mentioned within a day.
CREATE INDEX cards_role ON cards (role_id, created_at) WHERE role_id IS NOT NULL;
-- Which channels rest.
CREATE INDEX subscriptions_suspended ON subscriptions (channel_id) WHERE suspended IS NOT NULL;
CREATE INDEX live_subscriptions_suspended ON live_subscriptions (channel_id) WHERE suspended IS NOT NULL;
-- What waits in an outbox, in the order in which it is sent: what has been sent is not read for that.
DROP INDEX deliveries_waiting;
CREATE INDEX deliveries_waiting ON deliveries (id) WHERE status IN ('waiting', 'sending');
DROP INDEX notices_waiting;
CREATE INDEX notices_waiting ON notices (id) WHERE status IN ('waiting', 'sending');
DROP INDEX corrections_waiting;
CREATE INDEX corrections_waiting ON corrections (id) WHERE status IN ('waiting', 'sending');
DROP INDEX publications_waiting;
CREATE INDEX publications_waiting ON publications (id) WHERE status IN ('waiting', 'sending');
DROP INDEX greetings_waiting;
CREATE INDEX greetings_waiting ON greetings (id) WHERE status IN ('waiting', 'sending');
DROP INDEX direct_messages_waiting;
CREATE INDEX direct_messages_waiting ON direct_messages (id) WHERE status IN ('waiting', 'sending');
DROP INDEX cards_waiting;
CREATE INDEX cards_waiting ON cards (id) WHERE status IN ('waiting', 'sending');
DROP INDEX card_replies_waiting;
CREATE INDEX card_replies_waiting ON card_replies (id) WHERE status IN ('waiting', 'sending');
