import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { EmbeddingsService } from './embeddings/createEmbed.ts';
import type { PollBounds } from './news/pollPolicy.ts';

/** Everything that can be set from outside; see `.env.example` for what each means. */
export type Config = {
  /** Null: run on the local Discord. */
  readonly discordToken: string | null;
  readonly discordApiUrl: string;
  /** A path, or `:memory:`. */
  readonly databaseFile: string;
  readonly playgroundPort: number;
  readonly newsroomPaceMs: number;
  /** `host:port` that may be polled although they are private. */
  readonly feedAllowPrivate: readonly string[];
  readonly feedContact: string;
  readonly pollBounds: PollBounds;
  /** Whether the pages of articles are read as well, where a briefing needs them. */
  readonly fullText: boolean;
  readonly articleTextDays: number;
  readonly articleDays: number;
  /** Null: briefs are written without a language model. */
  readonly languageModel: ModelConfig | null;
  /** Null: none are used. */
  readonly embeddings: EmbeddingsService | null;
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
};

type ModelConfig = {
  /** With the version, without a slash at the end: `http://localhost:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  readonly dailyTokens: number;
};

/** Settings that can't be used. `problems` holds one sentence for each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const number = (name: string, unset: number, from: number, to: number, unit: string | null) =>
  z
    .string()
    .default(String(unset))
    .refine((text) => /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: (issue) =>
        `${name} is “${issue.input}”: it takes a whole number${unit ? ` of ${unit}` : ''} from ${from} to ${to}.`,
    })
    .transform(Number);

const hostAndPort = /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\]):\d{1,5}$/i;

const variables = z.object({
  DISCORD_TOKEN: z
    .string()
    .default('')
    .transform((text) => text.trim().replace(/^Bot /, ''))
    .refine((text) => !/\s/.test(text), 'DISCORD_TOKEN has a space or line break in it: copy the token again.'),
  DISCORD_API_URL: z
    .string()
    .default('https://discord.com/api')
    .refine((text) => URL.canParse(text) && /^https?:/.test(text), {
      error: (issue) => `DISCORD_API_URL is “${issue.input}”: it takes a web address such as https://discord.com/api`,
    }),
  DATABASE_URL: z
    .string()
    .default('data/tidings.sqlite')
    .refine((text) => !/^(?!sqlite:|file:)[a-z]+:\/\//i.test(text), {
      error: (issue) =>
        `DATABASE_URL is “${issue.input}”: it takes the path of an SQLite file, such as data/tidings.sqlite`,
    }),
  PLAYGROUND_PORT: number('PLAYGROUND_PORT', 4280, 0, 65_535, null),
  NEWSROOM_PACE_SECONDS: number('NEWSROOM_PACE_SECONDS', 30, 1, 86_400, 'seconds'),
  FEED_ALLOW_PRIVATE: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine((parts) => parts.every((part) => hostAndPort.test(part)), {
      error: (issue) =>
        `FEED_ALLOW_PRIVATE is “${issue.input}”: it takes host:port, separated by commas, such as 192.168.1.5:8080`,
    }),
  FEED_CONTACT: z
    .string()
    .default('')
    .refine(
      (text) => /^[\x20-\x7e]{0,200}$/.test(text),
      'FEED_CONTACT takes a web or mail address of plain characters.',
    ),
  POLL_MIN_MINUTES: number('POLL_MIN_MINUTES', 5, 1, 1_440, 'minutes'),
  POLL_MAX_HOURS: number('POLL_MAX_HOURS', 6, 1, 24, 'hours'),
  FULL_TEXT: z
    .string()
    .default('on')
    .transform((text) => text.trim().toLowerCase())
    .refine((text) => text === 'on' || text === 'off', {
      error: (issue) => `FULL_TEXT is “${issue.input}”: it takes on or off.`,
    }),
  ARTICLE_TEXT_DAYS: number('ARTICLE_TEXT_DAYS', 30, 2, 3_650, 'days'),
  ARTICLE_DAYS: number('ARTICLE_DAYS', 365, 7, 3_650, 'days'),
  LLM_BASE_URL: z
    .string()
    .default('')
    .transform((text) =>
      text
        .trim()
        .replace(/\/+$/, '')
        .replace(/\/chat\/completions$/, ''),
    )
    .refine((text) => text === '' || (URL.canParse(text) && /^https?:/.test(text)), {
      error: (issue) => `LLM_BASE_URL is “${issue.input}”: it takes a web address such as http://localhost:11434/v1`,
    }),
  LLM_MODEL: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => /^[\x21-\x7e]{0,200}$/.test(text), 'LLM_MODEL takes the name of one model, without spaces.'),
  LLM_API_KEY: z
    .string()
    .default('')
    .transform((text) => text.trim().replace(/^Bearer /, ''))
    .refine(
      (text) => /^[\x21-\x7e]*$/.test(text),
      'LLM_API_KEY has a space, line break or special character in it: copy the key again.',
    ),
  LLM_DAILY_TOKENS: number('LLM_DAILY_TOKENS', 1_000_000, 0, 1_000_000_000, 'tokens'),
  EMBEDDINGS_BASE_URL: z
    .string()
    .default('')
    .refine((text) => text === '' || (URL.canParse(text) && /^https?:/.test(text)), {
      error: (issue) =>
        `EMBEDDINGS_BASE_URL is “${issue.input}”: it takes a web address such as http://localhost:11434/v1`,
    }),
  EMBEDDINGS_MODEL: z.string().default(''),
  EMBEDDINGS_API_KEY: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine(
      (text) => /^[\x21-\x7e]*$/.test(text),
      'EMBEDDINGS_API_KEY has a space or line break in it: copy it again.',
    ),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug'], 'LOG_LEVEL takes error, warn, info or debug.').default('warn'),
});

/** The names of all variables: `.env.example` documents each. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

/**
 * Reads and checks the settings. Empty variables count as not set.
 *
 * @throws ConfigError  with every problem at once
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = variables.safeParse(set);
  const problems = result.success ? [] : result.error.issues.map((issue) => issue.message);
  if (result.success && result.data.ARTICLE_DAYS < result.data.ARTICLE_TEXT_DAYS) {
    problems.push('ARTICLE_DAYS is less than ARTICLE_TEXT_DAYS: an article can’t be forgotten before its text.');
  }
  if (result.success && result.data.POLL_MIN_MINUTES > result.data.POLL_MAX_HOURS * 60) {
    problems.push(
      'POLL_MIN_MINUTES is more than POLL_MAX_HOURS: the shortest time between two polls can’t be the longer.',
    );
  }
  if (result.success && (result.data.LLM_BASE_URL === '') !== (result.data.LLM_MODEL === '')) {
    const [set, unset] = result.data.LLM_MODEL ? ['LLM_MODEL', 'LLM_BASE_URL'] : ['LLM_BASE_URL', 'LLM_MODEL'];
    problems.push(`${set} is set and ${unset} is not: a language model takes both, see .env.example.`);
  }
  if (result.success && (result.data.EMBEDDINGS_BASE_URL === '') !== (result.data.EMBEDDINGS_MODEL === '')) {
    problems.push('EMBEDDINGS_BASE_URL and EMBEDDINGS_MODEL belong together: set both, or none.');
  }
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  const { data } = result;
  return {
    discordToken: data.DISCORD_TOKEN || null,
    discordApiUrl: data.DISCORD_API_URL.replace(/\/+$/, '').replace(/\/v\d+$/, ''),
    databaseFile: data.DATABASE_URL.replace(/^(?:sqlite|file):(?:\/\/)?/, ''),
    playgroundPort: data.PLAYGROUND_PORT,
    newsroomPaceMs: data.NEWSROOM_PACE_SECONDS * 1_000,
    feedAllowPrivate: data.FEED_ALLOW_PRIVATE,
    feedContact: data.FEED_CONTACT,
    pollBounds: { minMs: data.POLL_MIN_MINUTES * 60_000, maxMs: data.POLL_MAX_HOURS * 3_600_000 },
    fullText: data.FULL_TEXT === 'on',
    articleTextDays: data.ARTICLE_TEXT_DAYS,
    articleDays: data.ARTICLE_DAYS,
    languageModel:
      data.LLM_BASE_URL === ''
        ? null
        : {
            baseUrl: data.LLM_BASE_URL,
            model: data.LLM_MODEL,
            apiKey: data.LLM_API_KEY || null,
            dailyTokens: data.LLM_DAILY_TOKENS,
          },
    embeddings: data.EMBEDDINGS_BASE_URL
      ? {
          baseUrl: data.EMBEDDINGS_BASE_URL.trim().replace(/\/+(?:embeddings\/*)?$/, ''),
          model: data.EMBEDDINGS_MODEL.trim(),
          apiKey: data.EMBEDDINGS_API_KEY || null,
        }
      : null,
    logLevel: data.LOG_LEVEL,
  };
}

/** The process's settings: its environment, and what `.env` adds to it. */
export function processConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}
