-- Where large turns of a story go: to the card as replies, or into a thread of the card.
ALTER TABLE live_subscriptions ADD COLUMN turns TEXT NOT NULL DEFAULT 'reply' CHECK (turns IN ('reply', 'thread'));
-- Counts the cards of a subscription within a day or an hour.
CREATE INDEX cards_subscription ON cards (subscription_id, created_at);
