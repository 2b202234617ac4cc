import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const publisher = z.object({
  key: z.string(),
  name: z.string(),
  owner: z.string(),
  country: z.string(),
  language: z.string(),
  kind: z.enum(['wire', 'press', 'public broadcaster', 'official', 'specialist']),
  topics: z.array(z.string()),
  format: z.enum(['rss', 'rdf', 'atom', 'json']),
});

const update = z.object({
  minute: z.number(),
  title: z.string().optional(),
  summary: z.string().optional(),
  body: z.array(z.string()).optional(),
});

const event = z.object({
  event: z.string(),
  topics: z.array(z.string()),
  articles: z.array(
    z.object({
      id: z.string(),
      publisher: z.string(),
      minute: z.number(),
      title: z.string(),
      summary: z.string(),
      body: z.array(z.string()),
      author: z.string().nullable(),
      categories: z.array(z.string()),
      copyOf: z.string().optional(),
      updates: z.array(update).optional(),
    }),
  ),
});

const state = z.object({ openedAt: z.number(), released: z.array(z.number()) });

export type Publisher = z.infer<typeof publisher>;

/** An article as it stands in its feed now. */
export type PublishedArticle = {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly summary: string;
  readonly body: readonly string[];
  readonly author: string | null;
  readonly categories: readonly string[];
  readonly publishedAt: Date;
  readonly updatedAt: Date | null;
};

type Happening = { readonly minute: number; readonly articleId: string; readonly apply: (at: Date) => void };

/** The minute of the three days at which the newsroom opens: what lies before has been published already. */
const openingMinute = 2_900;
/** A feed holds its newest articles only, as real ones do. */
const feedLength = 30;

/**
 * The sample newsroom: fictional publishers whose articles appear as time passes. It opens with two days of news behind
 * it, then publishes one more each time it is told to, and remembers over restarts what has appeared.
 *
 * @see data/newsroom/README.md
 */
export class Newsroom {
  readonly publishers: readonly Publisher[];
  readonly #articles = new Map<string, PublishedArticle>();
  readonly #coming: Happening[] = [];
  readonly #released: number[] = [];
  readonly #openedAt: number;
  readonly #file: string | null;
  readonly #eventOf = new Map<string, string>();

  /**
   * @param folder  with `publishers.json` and `events/`
   * @param file  where it is kept what has appeared, or null to forget
   */
  constructor(folder: URL, file: string | null, now: Date) {
    this.publishers = z.array(publisher).parse(readJson(new URL('publishers.json', folder)));
    this.#file = file;
    const kept = file && existsSync(file) ? state.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
    this.#openedAt = kept?.openedAt ?? now.getTime();
    const happenings = this.#readEvents(folder).sort((a, b) => a.minute - b.minute);
    for (const happening of happenings) {
      const isPast = happening.minute < openingMinute;
      if (isPast) happening.apply(new Date(this.#openedAt - (openingMinute - happening.minute) * 60_000));
      else this.#coming.push(happening);
    }
    for (const at of kept?.released ?? []) this.publishNext(new Date(at));
    this.#keep();
  }

  /** What is still to come: new articles and updates of old ones. */
  get comingCount(): number {
    return this.#coming.length;
  }

  /** The event that each article is about: what a perfect reader would join. */
  get eventOf(): ReadonlyMap<string, string> {
    return this.#eventOf;
  }

  /** @returns the id of the article that appeared or was updated; null when everything has appeared */
  publishNext(at: Date): string | null {
    const next = this.#coming.shift();
    if (!next) return null;
    next.apply(at);
    this.#released.push(at.getTime());
    this.#keep();
    return next.articleId;
  }

  findArticle(id: string): PublishedArticle | undefined {
    return this.#articles.get(id);
  }

  /** What a publisher's feed holds now, newest first. */
  articlesOf(publisherKey: string): PublishedArticle[] {
    return [...this.#articles.values()]
      .filter((article) => article.publisher === publisherKey)
      .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
      .slice(0, feedLength);
  }

  #readEvents(folder: URL): Happening[] {
    const eventsFolder = new URL('events/', folder);
    const files = readdirSync(eventsFolder)
      .filter((file) => file.endsWith('.json'))
      .sort();
    return files.flatMap((file) => {
      const { event: name, articles } = event.parse(readJson(new URL(file, eventsFolder)));
      return articles.flatMap(({ minute, updates = [], copyOf: _copyOf, ...article }) => {
        this.#eventOf.set(article.id, name);
        const appear: Happening = {
          minute,
          articleId: article.id,
          apply: (publishedAt) => this.#articles.set(article.id, { ...article, publishedAt, updatedAt: null }),
        };
        const edits = updates.map(({ minute, ...edit }) => ({
          minute,
          articleId: article.id,
          apply: (updatedAt: Date) => {
            const before = this.#articles.get(article.id);
            if (before) this.#articles.set(article.id, { ...before, ...edit, updatedAt });
          },
        }));
        return [appear, ...edits];
      });
    });
  }

  #keep(): void {
    if (!this.#file) return;
    // Killed while writing, the old state stands.
    writeFileSync(`${this.#file}.new`, JSON.stringify({ openedAt: this.#openedAt, released: this.#released }));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function readJson(url: URL): unknown {
  return JSON.parse(readFileSync(url, 'utf8'));
}
