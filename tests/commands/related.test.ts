import { describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { optionsOf, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { milo, playground } = bot;
const say = sayIn('en');

const related = async (story: string) => (await milo.command('related', { options: { story } })).message!;

describe('/related', () => {
  it('shows stories beside the one that was named, never that one, each with a teaser', async () => {
    const [choice] = await milo.autocomplete('related', { focused: 'story', options: { story: 'Averne Bridge' } });
    const reply = await milo.command('related', { options: { story: String(choice?.value) } });
    expect(reply.ephemeral).toBe(true);
    const ids = optionsOf(reply.message as never).map(({ value }) => `story:${value}`);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).not.toContain(choice?.value);
    expect(reply.message?.embeds[0]?.description).toMatch(/\*\*\[.+\]\(http.+\)\*\*.*\n.+\n-# .+<t:\d+:R>/);
  });

  it('takes a pasted link', async () => {
    const message = await related(`${playground.origin}/newsroom/harbour-times/bridge-collapse-harbour-1`);
    expect(message.embeds[0]?.title).toMatch(/bridge/i);
  });

  it('opens the full brief of what is chosen', async () => {
    const message = await related('Averne Bridge');
    const [first] = optionsOf(message as never);
    const reply = await milo.select(message, 'brief', [first!.value]);
    expect(textOf(reply.message as never)).toContain(say('sourcesHeading'));
  });

  it('says what it did not find', async () => {
    expect((await related('xylophone tuning')).content).toContain('“xylophone tuning”');
    const refused = await related('http://127.0.0.1:9/page');
    expect(refused.content).toBe(say('errorPage', { reason: say('feedAddress') }));
  });
});
