import { type APIMessage, ComponentType } from 'discord.js';
import type { Actor } from '../../src/playground/startPlayground.ts';
import { NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { createWriter } from '../search/writer.ts';

/** Asks something else each round. Throws when the bot did not answer. */
export type Asking = (actors: { member: Actor; manager: Actor }, round: number) => Promise<void>;

const writer = createWriter('latin', 1);
/** A word by its rank, 0 the most common, a little further down each round. */
const word = (rank: number, round: number) => writer.word(rank + Math.floor((rank * round) / 60));
const words = (round: number) => `${word(20, round)} ${word(300, round)}`;

type Typed = { subcommand?: string; options?: Record<string, string | number> };

function types(name: string, typed: (round: number) => Typed, who: 'member' | 'manager' = 'member'): Asking {
  return async (actors, round) => {
    await answered(actors[who].command(name, typed(round)));
  };
}

function completes(name: string, focused: string, typed: (round: number) => Typed): Asking {
  return async ({ manager }, round) => {
    await manager.autocomplete(name, { ...typed(round), focused });
  };
}

async function answered(reply: ReturnType<Actor['command']>): Promise<APIMessage> {
  const { message } = await (await reply).until(({ message }) => !isThinking(message), 'an answer', 60_000);
  if (!message) throw new Error('There was no answer.');
  if (/went wrong/i.test(message.content)) throw new Error(message.content);
  return message;
}

function isThinking(message: APIMessage | undefined): boolean {
  return !message || Boolean((message.flags ?? 0) & 128);
}

/** Everything that people type, and what is suggested meanwhile. */
export const askings: Readonly<Record<string, Asking>> = {
  '/help': types('help', () => ({})),
  '/search, a common word': types('search', (round) => ({ options: { words: word(2, round), days: 365 } })),
  '/search, two words': types('search', (round) => ({ options: { words: words(round), days: 365 } })),
  '/briefing': types('briefing', () => ({})),
  '/briefing topic': types('briefing', () => ({ options: { topic: 'economy' } })),
  '/briefing, suggestions': completes('briefing', 'topic', () => ({ options: { topic: 'ec' } })),
  '/story show': types('story', (round) => ({ subcommand: 'show', options: { story: words(round) } })),
  '/story, suggestions': completes('story', 'story', (round) => ({
    subcommand: 'show',
    options: { story: words(round) },
  })),
  '/story, suggestions before a word': completes('story', 'story', () => ({
    subcommand: 'show',
    options: { story: '' },
  })),
  '/story split': types('story', (round) => ({ subcommand: 'split', options: { story: words(round) } }), 'manager'),
  '/story merge': types(
    'story',
    (round) => ({ subcommand: 'merge', options: { story: words(round), other: words(round + 1) } }),
    'manager',
  ),
  '/related': types('related', (round) => ({ options: { story: words(round) } })),
  '/related, suggestions': completes('related', 'story', (round) => ({ options: { story: word(50, round) } })),
  '/why': types('why', (round) => ({ options: { story: words(round) } })),
  '/export': types('export', () => ({}), 'manager'),
  '/topics list': types('topics', () => ({ subcommand: 'list' })),
  '/topics add': types(
    'topics',
    (round) => ({
      subcommand: 'add',
      options: { name: `own ${round}`, words: `${word(100, round)} OR "${word(3, round)} ${word(9, round)}"` },
    }),
    'manager',
  ),
  '/topics show, a listed one': types('topics', () => ({ subcommand: 'show', options: { topic: 'economy' } })),
  '/topics show, an own one': types('topics', (round) => ({
    subcommand: 'show',
    options: { topic: `own ${round % 10}` },
  })),
  '/topics, suggestions': completes('topics', 'topic', () => ({ subcommand: 'show', options: { topic: 'ow' } })),
  '/topics remove': types(
    'topics',
    (round) => ({ subcommand: 'remove', options: { topic: `own ${round}` } }),
    'manager',
  ),
  '/sources list': types('sources', () => ({ subcommand: 'list' })),
  '/sources, suggestions': completes('sources', 'source', (round) => ({
    subcommand: 'remove',
    options: { source: `Title ${round}` },
  })),
  '/sources remove': types(
    'sources',
    (round) => ({ subcommand: 'remove', options: { source: `Title ${round}` } }),
    'manager',
  ),
  '/subscriptions': types('subscriptions', () => ({})),
  '/subscribe': types('subscribe', () => ({ options: { topics: 'economy', channel: NEWS_CHANNEL_ID } }), 'manager'),
  '/subscribe, the form': types('subscribe', () => ({}), 'manager'),
  '/subscribe, a choice in the form': async ({ manager }) => {
    const form = await answered(manager.command('subscribe', {}));
    const topics = form.components
      ?.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
      .find((part) => part.type === ComponentType.StringSelect);
    if (!topics) throw new Error('The form asks for no topics.');
    await answered(manager.select(form, topics.custom_id, ['economy', 'sport']));
  },
  '/subscribe, suggested topics': completes('subscribe', 'topics', () => ({ options: { topics: 'ec' } })),
  '/subscribe, suggested times': completes('subscribe', 'times', () => ({ options: { times: '7' } })),
  '/subscribe, suggested zones': completes('subscribe', 'zone', () => ({ options: { zone: 'ber' } })),
  '/unsubscribe, suggestions': completes('unsubscribe', 'briefing', () => ({ options: { briefing: 'econ' } })),
  '/unsubscribe': async ({ manager }) => {
    const [first] = await manager.autocomplete('unsubscribe', { focused: 'briefing', options: { briefing: '' } });
    if (!first) throw new Error('There is no briefing to end.');
    await answered(manager.command('unsubscribe', { options: { briefing: String(first.value) } }));
  },
};
