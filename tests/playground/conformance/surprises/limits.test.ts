import { RateLimitError, type TextChannel } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../../src/playground/clock.ts';
import { discordLimits, roomyLimits } from '../../../../src/playground/limits/RateLimits.ts';
import { RequestLimits } from '../../../../src/playground/limits/RequestLimits.ts';
import {
  HEADLINES_CHANNEL_ID,
  NEWS_CHANNEL_ID,
  WORLD_CHANNEL_ID,
} from '../../../../src/playground/world/defaultWorld.ts';
import { botOn, playgroundFor, raw, started } from '../../support/bot.ts';

const posts = `/channels/${NEWS_CHANNEL_ID}/messages`;
const authorization = 'Bot any token';

describe('429', () => {
  it.each([
    ['user', [{ global: false }]],
    ['global', [{ global: true }]],
    ['shared', []],
  ] as const)('of scope %s is waited for and tried again', async (scope, announced) => {
    const { playground, client, news } = await started();
    const told: { global: boolean; retryAfter: number }[] = [];
    client.rest.on('rateLimited', (each) => told.push(each));
    playground.faults.add({ kind: 'rateLimit', scope, retryAfterMs: 40, match: `POST ${posts}`, times: 1 });
    expect((await news.send('x')).content).toBe('x');
    expect(playground.requests.filter(({ path }) => path === posts).map(({ status }) => status)).toEqual([429, 200]);
    expect(told).toMatchObject(announced);
    const [first, second] = playground.requests.filter(({ path }) => path === posts);
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(40);
  });

  it('becomes an error for who wants one, with the time to wait', async () => {
    const playground = await playgroundFor();
    const client = await botOn(playground, { rest: { api: playground.api, rejectOnRateLimit: ['/channels'] } });
    const news = client.channels.cache.get(NEWS_CHANNEL_ID) as TextChannel;
    playground.faults.add({ kind: 'rateLimit', retryAfterMs: 5000, match: `POST ${posts}`, times: 1 });
    const error = await news.send('x').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RateLimitError);
    expect((error as RateLimitError).retryAfter).toBeGreaterThanOrEqual(5000);
  });

  it('has the headers and the body of Discord', async () => {
    const clock = new ManualClock();
    const routes = [{ match: `POST /channels/:channel/messages`, limit: 1, perMs: 2500 }];
    const playground = await playgroundFor({ clock, rateLimits: { ...roomyLimits, routes } });
    const post = () =>
      fetch(`${playground.api}/v10${posts}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: '{"content":"x"}',
      });
    const first = await post();
    const reset = String(clock.now() / 1000 + 2.5);
    const bucket = first.headers.get('x-ratelimit-bucket');
    expect(Number(first.headers.get('x-ratelimit-reset'))).toBe(Number(reset));
    expect(first.headers.get('x-ratelimit-limit')).toBe('1');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(first.headers.get('x-ratelimit-reset-after')).toBe('2.500');
    clock.advance(500);
    const second = await post();
    expect(second.status).toBe(429);
    expect(second.headers.get('x-ratelimit-scope')).toBe('user');
    expect(second.headers.get('x-ratelimit-bucket')).toBe(bucket);
    expect(second.headers.get('retry-after')).toBe('2');
    expect(await second.json()).toMatchObject({
      message: 'You are being rate limited.',
      retry_after: 2,
      global: false,
    });
    clock.advance(2000);
    expect((await post()).status).toBe(200);
  });
});

describe('buckets', () => {
  it('announced as empty are waited for, so that no 429 comes', async () => {
    const routes = [{ match: 'POST /channels/:channel/messages', limit: 1, perMs: 60 }];
    const playground = await playgroundFor({ rateLimits: { ...roomyLimits, routes } });
    const client = await botOn(playground);
    const news = client.channels.cache.get(NEWS_CHANNEL_ID) as TextChannel;
    await Promise.all([news.send('1'), news.send('2'), news.send('3')]);
    const sent = playground.requests.filter(({ path }) => path === posts);
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [first, , third] = sent;
    expect(third!.at - first!.at).toBeGreaterThanOrEqual(120);
  });

  it('are of one channel each', async () => {
    const clock = new ManualClock();
    const playground = await playgroundFor({ clock, rateLimits: discordLimits });
    const post = async (channel: string) =>
      (await raw(playground, 'POST', `/channels/${channel}/messages`, { content: 'x' })).status;
    for (let index = 0; index < 5; index++) expect(await post(NEWS_CHANNEL_ID)).toBe(200);
    expect(await post(NEWS_CHANNEL_ID)).toBe(429);
    expect(await post(WORLD_CHANNEL_ID)).toBe(200);
  });

  it('let 50 requests a second through in all, answers to interactions not counted', async () => {
    const clock = new ManualClock();
    const routes = [{ match: '*', limit: 10_000, perMs: 1000 }];
    const playground = await playgroundFor({ clock, rateLimits: { ...discordLimits, routes } });
    const answers = await Promise.all(Array.from({ length: 51 }, () => raw(playground, 'GET', '/users/@me')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(50);
    expect(answers.find(({ status }) => status === 429)?.body).toMatchObject({ global: true });
    const callback = await raw(playground, 'POST', '/interactions/1/token/callback', { type: 5 }, {});
    expect(callback.body.code).toBe(10062);
  });

  it('let ten crossposts an hour through in a channel, shared by all', async () => {
    const clock = new ManualClock();
    const playground = await playgroundFor({ clock });
    const headlines = `/channels/${HEADLINES_CHANNEL_ID}/messages`;
    const publish = async () => {
      const { body } = await raw(playground, 'POST', headlines, { content: 'x' });
      return raw(playground, 'POST', `${headlines}/${body.id}/crosspost`);
    };
    for (let index = 0; index < 10; index++) expect((await publish()).status).toBe(200);
    const refused = await publish();
    expect(refused.status).toBe(429);
    expect(refused.body.retry_after).toBeGreaterThan(3500);
    clock.advance(3_600_000);
    expect((await publish()).status).toBe(200);
  });
});

describe('invalid requests', () => {
  it('ban the address at the ten-thousandth in ten minutes', () => {
    const limits = new RequestLimits(discordLimits);
    for (let index = 0; index < 9999; index++) limits.countAnswer(401, undefined, 0);
    limits.countAnswer(429, 'shared', 0);
    limits.countAnswer(404, undefined, 0);
    expect(limits.bannedForMs(0)).toBe(0);
    limits.countAnswer(403, undefined, 1000);
    expect(limits.bannedForMs(1000)).toBe(599_000);
    expect(limits.bannedForMs(600_000)).toBe(0);
  });

  it('once too many, are answered without JSON until the ban ends', async () => {
    const clock = new ManualClock();
    const invalid = { limit: 3, perMs: 600_000 };
    const playground = await playgroundFor({ clock, rateLimits: { ...roomyLimits, invalid } });
    const ask = (headers = {}) => fetch(`${playground.api}/v10/users/@me`, { headers });
    for (let index = 0; index < 3; index++) expect((await ask()).status).toBe(401);
    const banned = await ask({ authorization });
    expect([banned.status, banned.headers.get('retry-after')]).toEqual([429, '600']);
    expect(await banned.text()).toBe('error code: 1015');
    clock.advance(600_000);
    expect((await ask({ authorization })).status).toBe(200);
  });
});
