import { expect, test } from 'vitest';
import { parse, parsedFixture } from '../fixture.ts';

const hour = 60 * 60_000;

async function wishOf(channel: string) {
  const sy = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';
  const { feed } = await parse(`<rss version="2.0" ${sy}><channel><title>x</title>${channel}</channel></rss>`);
  return feed.wish;
}

test.each([
  ['<ttl>90</ttl>', 1.5 * hour],
  ['<ttl> 5 </ttl>', hour / 12],
  ['<ttl>0</ttl>', null],
  ['<ttl>-3</ttl>', null],
  ['<ttl>soon</ttl>', null],
  ['<ttl>1e999</ttl>', null],
  ['<sy:updatePeriod>hourly</sy:updatePeriod>', hour],
  ['<sy:updatePeriod> Daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', 6 * hour],
  ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>', hour],
  ['<sy:updatePeriod>fortnightly</sy:updatePeriod>', null],
  ['<ttl>30</ttl><sy:updatePeriod>weekly</sy:updatePeriod>', hour / 2],
  ['', null],
])('%s', async (channel, ttlMs) => {
  expect((await wishOf(channel)).ttlMs).toBe(ttlMs);
});

test('hours in which nothing comes, in order; 24 is midnight, what is no hour is passed over', async () => {
  const hours = ['7', ' 3 ', '24', '3', 'noon', '-1', '1.5'].map((text) => `<hour>${text}</hour>`).join('');
  expect((await wishOf(`<skipHours>${hours}</skipHours>`)).skipHours).toEqual([0, 3, 7]);
});

test('days on which nothing comes', async () => {
  const days = ['Sunday', 'saturday', 'Sun', 'Holiday'].map((text) => `<day>${text}</day>`).join('');
  expect((await wishOf(`<skipDays>${days}</skipDays>`)).skipDays).toEqual([0, 6]);
});

test('Atom says it with the same module; JSON Feed cannot', async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:u="http://purl.org/rss/1.0/modules/syndication/">
    <title>x</title><u:updatePeriod>daily</u:updatePeriod></feed>`;
  expect((await parse(atom)).feed.wish).toEqual({ ttlMs: 24 * hour, skipHours: [], skipDays: [] });
  expect((await parsedFixture('json-feed-1.1.json')).wish).toEqual({ ttlMs: null, skipHours: [], skipDays: [] });
});
