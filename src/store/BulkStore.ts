import type { PollBounds } from '../news/pollPolicy.ts';
import { GroupCommit } from './GroupCommit.ts';
import type { Db } from './openStore.ts';
import { StoreThread } from './StoreThread.ts';
import { articlesIn, type Poll, savePolls } from './savePolls.ts';
import { indexWords, unindexed } from './wordIndex.ts';

/** In one transaction, for which whoever else wants to write has to wait. */
const mostTogether = 100;
const mostArticlesTogether = 300;
/** The larger the parts in which the index grows, the fewer there are to be merged later. */
const mostIndexedTogether = 1_000;
/** More than this would be felt by who waits for an answer: it is done in a thread. */
const mostHere = 30;
const mostArticlesHere = 60;

/**
 * Stores what comes in large numbers, articles and their words: a little at once, much in a thread.
 */
export class BulkStore {
  readonly #db: Db;
  readonly #thread: StoreThread | null;
  readonly #polls: GroupCommit<Poll>;

  /** @param file  of `db`; null when other connections don't see what it holds */
  constructor(db: Db, { file, bounds, now }: { file: string | null; bounds: PollBounds; now: () => Date }) {
    this.#db = db;
    const thread = file === null ? null : new StoreThread(file);
    this.#thread = thread;
    this.#polls = new GroupCommit<Poll>(
      async (polls) => {
        if (thread && isMuch(polls)) await thread.run({ polls, bounds, now: now() });
        else await savePolls(db, polls, bounds, now());
      },
      { most: mostTogether, mostWeight: mostArticlesTogether, weightOf: articlesIn },
    );
  }

  /**
   * Stores what came of a poll, together with whatever else came in while the ones before it were being stored. Resolves
   * when it is stored.
   *
   * @throws whatever storing it throws
   */
  addPoll(poll: Poll): Promise<void> {
    return this.#polls.add(poll);
  }

  /** Brings the index of words up to date. @returns how many articles were indexed */
  async indexWords(): Promise<number> {
    let indexed = 0;
    for (let some = await this.#indexSome(); some > 0; some = await this.#indexSome()) indexed += some;
    return indexed;
  }

  async #indexSome(): Promise<number> {
    const waiting = await unindexed(this.#db, mostArticlesHere);
    if (waiting === 'none') return 0;
    if (this.#thread && waiting === 'many') return this.#thread.run({ indexAtMost: mostIndexedTogether });
    return indexWords(this.#db, mostIndexedTogether);
  }

  /** Finishes what was begun. */
  async close(): Promise<void> {
    await this.#thread?.close();
  }
}

function isMuch(polls: readonly Poll[]): boolean {
  return polls.length > mostHere || polls.reduce((sum, poll) => sum + articlesIn(poll), 0) > mostArticlesHere;
}
