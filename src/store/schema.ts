import type { Generated } from 'kysely';

/** The tables as SQL sees them; see `migrations/` for what the columns mean. */
export type Schema = {
  sources: {
    id: Generated<number>;
    key: string;
    publisher: string;
    title: string;
    url: string;
    site: string | null;
    owner: string;
    country: string | null;
    language: string;
    topics: string;
    kind: string;
    in_catalogue: number;
    interval_ms: number;
    etag: string | null;
    last_modified: string | null;
    next_poll_at: number;
    first_read_at: number | null;
    last_polled_at: number | null;
    last_read_at: number | null;
    failures: Generated<number>;
    last_error: string | null;
  };
  guild_sources: {
    guild_id: string;
    source_id: number;
    choice: 'added' | 'removed';
    chosen_by: string;
    chosen_at: number;
  };
  stories: {
    id: Generated<number>;
    created_at: number;
    changed_at: number;
    version: Generated<number>;
    headline: string;
    language: string;
  };
  story_topics: { story_id: number; topic: string; share: number };
  articles: {
    id: Generated<number>;
    source_id: number;
    identity: string;
    url: string;
    canonical_url: string;
    title: string;
    summary: string;
    text: string;
    authors: string;
    categories: string;
    language: string;
    published_at: number;
    image_url: string | null;
    content_hash: string;
    first_seen_at: number;
    edited_at: number | null;
    seeded: number;
    topics: Generated<string>;
    story_id: number | null;
    copy_of: number | null;
  };
  articles_fts: { rowid: number; title: string; body: string };
  briefs: { story_id: number; language: string; story_version: number; written_at: number; content: string };
  guild_topics: {
    id: Generated<number>;
    guild_id: string;
    name: string;
    words: string;
    created_by: string;
    created_at: number;
  };
  subscriptions: {
    id: Generated<number>;
    guild_id: string;
    channel_id: string;
    created_by: string;
    created_at: number;
    topics: string;
    times: string;
    weekdays: string;
    every_minutes: number | null;
    time_zone: string;
    language: string;
    max_stories: number;
    next_due_at: number;
    suspended: string | null;
  };
  briefings: {
    id: Generated<number>;
    subscription_id: number | null;
    channel_id: string;
    due_at: number;
    created_at: number;
    content: string;
  };
  briefing_stories: { briefing_id: number; story_id: number; position: number; last_article_id: number };
  deliveries: {
    id: Generated<number>;
    briefing_id: number;
    channel_id: string;
    nonce: string;
    status: Generated<'waiting' | 'sending' | 'sent' | 'dropped'>;
    attempts: Generated<number>;
    next_attempt_at: number;
    claimed_by: string | null;
    claimed_until: number | null;
    message_id: string | null;
    last_error: string | null;
    created_at: number;
    sent_at: number | null;
  };
};
