/** So many in so long. */
export type Quota = { limit: number; perMs: number };

/** The quota of the requests that match, each top-level resource (channel, guild, webhook) having its own. */
export type RouteQuota = Quota & { match: string; scope?: 'user' | 'shared' };

/** How much a bot may ask for (topics/rate-limits). */
export type RateLimits = {
  /** Over all routes but those of interactions; exceeding it is a global 429. */
  global: Quota;
  /** By route: the first that matches counts. */
  routes: readonly RouteQuota[];
  /** 401, 403 and 429 answers; beyond, the address is banned. */
  invalid: Quota;
  /** IDENTIFYs of one rate-limit key; beyond, op 9. */
  identify: Quota;
  /** Sessions begun; beyond, the token is void. */
  sessions: Quota;
  /** Commands created in one scope, all guilds or one; beyond, 30034. */
  commandCreates: Quota;
  /** Edits of one published message; beyond, 20022. */
  publishedEdits: Quota;
  /** Edits in one channel of messages older than an hour; beyond, 30046. */
  oldEdits: Quota;
};

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

const published = {
  invalid: { limit: 10_000, perMs: 10 * 60 * SECOND },
  sessions: { limit: 1000, perMs: DAY },
  commandCreates: { limit: 200, perMs: DAY },
  publishedEdits: { limit: 3, perMs: HOUR },
  /** Discord publishes no figure. */
  oldEdits: { limit: 100, perMs: HOUR },
};
const crosspost: RouteQuota = {
  match: 'POST /channels/:channel/messages/:message/crosspost',
  limit: 10,
  perMs: HOUR,
  scope: 'shared',
};

/**
 * Discord's limits as far as it publishes them; its bucket sizes are secret and change, so the routes have those that
 * bots report.
 */
export const discordLimits: RateLimits = {
  ...published,
  global: { limit: 50, perMs: SECOND },
  identify: { limit: 1, perMs: 5 * SECOND },
  routes: [
    crosspost,
    { match: 'PUT /channels/:channel/messages/:message/reactions/:emoji/:user', limit: 1, perMs: 250 },
    { match: 'PATCH /channels/:channel', limit: 2, perMs: 600 * SECOND },
    { match: 'POST /channels/:channel/messages', limit: 5, perMs: 5 * SECOND },
    { match: 'PATCH /channels/:channel/messages/:message', limit: 5, perMs: 5 * SECOND },
    { match: 'DELETE /channels/:channel/messages/:message', limit: 5, perMs: SECOND },
    { match: 'POST /channels/:channel/threads', limit: 10, perMs: 10 * SECOND },
    { match: 'POST /webhooks/:webhook/:token', limit: 5, perMs: 2 * SECOND },
    { match: 'PUT /applications/**', limit: 2, perMs: 10 * SECOND },
    { match: '*', limit: 10, perMs: 10 * SECOND },
  ],
};

/** Limits that count and are told in headers, but that no test runs into by accident. */
export const roomyLimits: RateLimits = {
  ...published,
  global: { limit: Infinity, perMs: SECOND },
  identify: { limit: Infinity, perMs: 5 * SECOND },
  routes: [crosspost, { match: '*', limit: 10_000, perMs: SECOND }],
};
