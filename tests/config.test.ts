import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, variableNames } from '../src/config.ts';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems;
  }
}

describe('settings', () => {
  it('need not be set', () => {
    expect(readConfig({})).toEqual({
      discordToken: null,
      discordApiUrl: 'https://discord.com/api',
      databaseFile: 'data/tidings.sqlite',
      playgroundPort: 4280,
      newsroomPaceMs: 30_000,
      feedAllowPrivate: [],
      feedContact: '',
      pollBounds: { minMs: 300_000, maxMs: 21_600_000 },
      fullText: true,
      articleTextDays: 30,
      articleDays: 365,
      languageModel: null,
      embeddings: null,
      logLevel: 'warn',
    });
  });

  it('that are empty count as not set', () => {
    const empty = Object.fromEntries(variableNames.map((name) => [name, ' ']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it.each([
    ['DISCORD_TOKEN', 'abc.def', 'discordToken', 'abc.def'],
    ['DISCORD_TOKEN', ' Bot abc.def\n', 'discordToken', 'abc.def'],
    ['DISCORD_API_URL', 'http://127.0.0.1:4280/api/v10/', 'discordApiUrl', 'http://127.0.0.1:4280/api'],
    ['DATABASE_URL', 'sqlite:///var/lib/tidings.sqlite', 'databaseFile', '/var/lib/tidings.sqlite'],
    ['DATABASE_URL', 'file:data/other.sqlite', 'databaseFile', 'data/other.sqlite'],
    ['DATABASE_URL', ':memory:', 'databaseFile', ':memory:'],
    ['PLAYGROUND_PORT', '0', 'playgroundPort', 0],
    ['NEWSROOM_PACE_SECONDS', '5', 'newsroomPaceMs', 5_000],
    ['FEED_ALLOW_PRIVATE', 'localhost:8080, [::1]:80,', 'feedAllowPrivate', ['localhost:8080', '[::1]:80']],
    ['POLL_MIN_MINUTES', '1', 'pollBounds', { minMs: 60_000, maxMs: 21_600_000 }],
    ['POLL_MAX_HOURS', '24', 'pollBounds', { minMs: 300_000, maxMs: 86_400_000 }],
    ['FULL_TEXT', 'Off', 'fullText', false],
    ['LOG_LEVEL', 'debug', 'logLevel', 'debug'],
  ] as const)('%s=%j', (name, text, key, value) => {
    expect(readConfig({ [name]: text })[key]).toEqual(value);
  });
});

const model = { LLM_BASE_URL: 'http://localhost:11434/v1/', LLM_MODEL: 'qwen3:8b' };

it.each([
  [{}, { baseUrl: 'http://localhost:11434/v1', model: 'qwen3:8b', apiKey: null, dailyTokens: 1_000_000 }],
  [
    { LLM_API_KEY: ' Bearer sk-1 ', LLM_DAILY_TOKENS: '500' },
    { apiKey: 'sk-1', dailyTokens: 500 },
  ],
  [{ LLM_BASE_URL: 'https://api.example/v1/chat/completions' }, { baseUrl: 'https://api.example/v1' }],
])('a language model is an address and a name: %j', (more, expected) => {
  expect(readConfig({ ...model, ...more }).languageModel).toMatchObject(expected);
});

it.each([
  [{ LLM_BASE_URL: model.LLM_BASE_URL }, /LLM_BASE_URL is set and LLM_MODEL is not/],
  [{ LLM_MODEL: model.LLM_MODEL }, /LLM_MODEL is set and LLM_BASE_URL is not/],
])('half a language model is a mistake: %j', (environment, sentence) => {
  expect(problemsOf(environment)).toEqual([expect.stringMatching(sentence)]);
});

it('a mistake in the key does not show the key', () => {
  expect(problemsOf({ ...model, LLM_API_KEY: 'sk-very secret' }).join()).not.toMatch(/very|secret/);
});

describe('embeddings', () => {
  const service = { EMBEDDINGS_BASE_URL: 'http://localhost:11434/v1/', EMBEDDINGS_MODEL: 'bge-m3' };

  it('need an address and a model, and may have a key', () => {
    const embeddings = { baseUrl: 'http://localhost:11434/v1', model: 'bge-m3', apiKey: null };
    expect(readConfig(service).embeddings).toEqual(embeddings);
    const withKey = { ...service, EMBEDDINGS_BASE_URL: 'https://x.example/v1/embeddings', EMBEDDINGS_API_KEY: ' k\n' };
    expect(readConfig(withKey).embeddings).toMatchObject({ baseUrl: 'https://x.example/v1', apiKey: 'k' });
  });

  it('say what is missing or wrong', () => {
    expect(problemsOf({ EMBEDDINGS_MODEL: 'bge-m3' })).toEqual([expect.stringMatching(/belong together/)]);
    expect(problemsOf({ ...service, EMBEDDINGS_BASE_URL: 'localhost' })).toEqual([
      expect.stringMatching(/“localhost”.*http:\/\/localhost:11434\/v1/),
    ]);
    expect(problemsOf({ ...service, EMBEDDINGS_API_KEY: 'a b' })).toEqual([expect.stringMatching(/copy it again/)]);
  });
});

describe('mistakes', () => {
  it.each([
    ['DISCORD_TOKEN', 'abc def', /copy the token again/],
    ['DISCORD_API_URL', 'discord.com', /“discord\.com”.*https:\/\/discord\.com\/api/],
    ['DATABASE_URL', 'postgres://db/tidings', /“postgres:\/\/db\/tidings”.*SQLite/],
    ['PLAYGROUND_PORT', '70000', /“70000”: it takes a whole number from 0 to 65535\./],
    ['FULL_TEXT', 'maybe', /“maybe”: it takes on or off\./],
    ['NEWSROOM_PACE_SECONDS', '0', /“0”: it takes a whole number of seconds from 1/],
    ['FEED_ALLOW_PRIVATE', '192.168.1.5', /“192\.168\.1\.5”.*host:port/],
    ['FEED_CONTACT', 'jürgen@paper.example', /plain characters/],
    ['POLL_MIN_MINUTES', '2.5', /“2\.5”.*whole number of minutes/],
    ['ARTICLE_TEXT_DAYS', '1', /“1”.*days from 2/],
    ['ARTICLE_DAYS', 'ten', /“ten”.*days from 7/],
    ['LLM_BASE_URL', 'localhost:11434', /“localhost:11434”.*http:\/\/localhost:11434\/v1/],
    ['LLM_MODEL', 'two models', /name of one model/],
    ['LLM_API_KEY', 'a b', /copy the key again/],
    ['LLM_DAILY_TOKENS', '-1', /“-1”.*tokens from 0/],
    ['LOG_LEVEL', 'loud', /error, warn, info or debug/],
  ])('%s=%s is told in one sentence that names the variable', (name, text, sentence) => {
    const problems = problemsOf({ [name]: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
    expect(problems[0]).toContain(name);
  });

  it('are told all at once', () => {
    const problems = problemsOf({ PLAYGROUND_PORT: 'x', LOG_LEVEL: 'x', POLL_MIN_MINUTES: 'x' });
    expect(problems).toHaveLength(3);
  });

  it('between two settings are told too', () => {
    expect(problemsOf({ ARTICLE_TEXT_DAYS: '100', ARTICLE_DAYS: '50' })).toEqual([
      'ARTICLE_DAYS is less than ARTICLE_TEXT_DAYS: an article can’t be forgotten before its text.',
    ]);
    expect(problemsOf({ POLL_MIN_MINUTES: '61', POLL_MAX_HOURS: '1' })).toEqual([
      expect.stringMatching(/^POLL_MIN_MINUTES is more than POLL_MAX_HOURS/),
    ]);
  });
});
