import { expect, it } from 'vitest';
import { panelActions } from '../src/panelActions.ts';
import { openStore } from '../src/store/openStore.ts';

it.each([
  ['en-GB', 'No channel has asked for briefings: /subscribe.'],
  ['de', 'Noch hat kein Kanal Nachrichten bestellt: /abonnieren.'],
  ['th', 'No channel has asked for briefings: /subscribe.'],
])('says what to type when no channel gets briefings, as Discord in %s calls it', async (locale, answer) => {
  const nobodySubscribed = { db: openStore(':memory:') };
  const [deliver] = panelActions({} as never, () => nobodySubscribed as never);
  expect(await deliver?.run(locale)).toBe(answer);
});
