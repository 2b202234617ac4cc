-- Fewer independent reports than these, and a story is left out.
ALTER TABLE subscriptions ADD COLUMN min_origins INTEGER NOT NULL DEFAULT 1;
-- `HH:MM` in its time zone, both or neither: no briefing at an interval is due in between.
ALTER TABLE subscriptions ADD COLUMN quiet_from TEXT;
ALTER TABLE subscriptions ADD COLUMN quiet_until TEXT;
-- What comes when nothing is new.
ALTER TABLE subscriptions ADD COLUMN when_empty TEXT NOT NULL DEFAULT 'nothing' CHECK (when_empty IN ('nothing', 'line'));
-- Since when it rests, because somebody asked for it.
ALTER TABLE subscriptions ADD COLUMN paused_at INTEGER;
