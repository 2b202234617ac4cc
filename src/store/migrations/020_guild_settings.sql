-- What a server has chosen for all of it. Null: nothing, what is likely is taken.
CREATE TABLE guild_settings (
  guild_id          TEXT PRIMARY KEY,
  language          TEXT,
  time_zone         TEXT,
  -- Where notices go instead of a direct message.
  notice_channel_id TEXT
) STRICT, WITHOUT ROWID;

-- Servers that Tidings was removed from, until what belongs to them is deleted or they take it back.
CREATE TABLE gone_guilds (
  guild_id TEXT PRIMARY KEY,
  gone_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
