-- As when a card counts against its hour and its day: when it was made, or when a clock that had been ahead was put right.
ALTER TABLE cards ADD COLUMN counted_at INTEGER NOT NULL DEFAULT 0;
UPDATE cards SET counted_at = created_at;
DROP INDEX cards_role;
CREATE INDEX cards_role ON cards (role_id, counted_at) WHERE role_id IS NOT NULL;
-- Cards that waited for their channel had no time to be tried at. They rest with their subscription now, and have one.
UPDATE cards SET next_attempt_at = 0 WHERE next_attempt_at = 9007199254740991;
