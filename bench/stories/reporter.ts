import { type Comparable, comparableOf } from '../../src/news/evidence.ts';
import { generator } from '../generator.ts';

const vocabulary = 80_000;
const leadLength = 150;
const titleLength = 9;
const ownWords = 14;
const ownNames = 4;
/** Of ten articles, so many found a new story. */
const newStories = 0.55;
const openEvents = 400;

type Event = { readonly id: number; readonly words: readonly number[]; readonly names: readonly string[] };

/** Writes articles by chance, always the same ones: Zipf's words, and events with words and names of their own. */
export function createReporter() {
  const random = generator(7);
  const word = () => Math.floor(vocabulary ** random());
  const events: Event[] = [];
  let count = 0;

  function newEvent(): Event {
    count += 1;
    const words = Array.from({ length: ownWords }, () => Math.floor(random() * vocabulary));
    const names = Array.from({ length: ownNames }, () => `name${Math.floor(random() * vocabulary)}`);
    const event = { id: count, words, names };
    events[count % openEvents] = event;
    return event;
  }

  /** @param at  milliseconds */
  function report(at: number): { readonly event: number; readonly article: Comparable } {
    const isNew = events.length === 0 || random() < newStories;
    const known = events[Math.floor(random() * events.length)];
    const event = isNew || !known ? newEvent() : known;
    const some = <T>(all: readonly T[], share: number) => all.filter(() => random() < share);
    const title = [...some(event.words, 0.35), ...Array.from({ length: titleLength - 4 }, word)].map(
      (each) => `w${each}`,
    );
    const lead = new Map<string, number>();
    for (const each of [...some(event.words, 0.8), ...Array.from({ length: leadLength }, word)]) {
      lead.set(`w${each}`, (lead.get(`w${each}`) ?? 0) + 1);
    }
    const names = new Set(some(event.names, 0.8));
    const article = comparableOf({
      language: 'en',
      publishedAt: new Date(at),
      words: new Map(),
      titleWords: new Set(title),
      leadWords: lead,
      titleGrams: new Set(title.flatMap((each) => [` ${each}`, `${each} `])),
      names,
      titleNames: new Set(some([...names], 0.5)),
      figures: new Set(Array.from({ length: 3 }, () => String(Math.floor(1_000 ** random() * 10)))),
      counts: new Set(Array.from({ length: 4 }, () => String(Math.floor(random() * 30)))),
      ordinals: new Set(),
      places: new Set([`region:${Math.floor(random() * 60)}`]),
      rubric: null,
      subjects: new Set(Array.from({ length: 12 }, () => `news:${Math.floor(220 * random() ** 2)}`)),
      stems: new Set(Array.from(lead.keys(), (each) => each.slice(0, 5)).slice(0, 60)),
      sounds: new Set([...names, ...Array.from(lead.keys()).slice(0, 40)].map((each) => `S${each}`)),
    });
    return { event: event.id, article };
  }

  return { report };
}
