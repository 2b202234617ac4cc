/** A feed in a list that people keep in one reader and take to another. */
export type ListedFeed = {
  /** http(s), absolute. */
  readonly url: string;
  readonly title: string | null;
  readonly site: string | null;
  /** The folders that it lies in, each as a path from the outermost in. Empty when it lies in none. */
  readonly folders: readonly (readonly string[])[];
};

export type SourceList = {
  /** In the order of the list, each once. */
  readonly feeds: readonly ListedFeed[];
  /** How many entries name no web address. */
  readonly unusable: number;
};

export type SourceListProblem = 'no list' | 'too many' | 'empty';

/** A file that can't be taken for a list of sources, or is too long for one. */
export class SourceListError extends Error {
  override readonly name = 'SourceListError';
  readonly problem: SourceListProblem;

  constructor(problem: SourceListProblem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}

/** More entries than anybody reads. */
export const mostListed = 2_000;

/**
 * Reads a list of sources from a file's bytes.
 *
 * @throws SourceListError
 */
export type ReadSourceList = (bytes: Uint8Array) => SourceList;

/** A list of sources as a file that other readers take. */
export type WriteSourceList = (title: string, feeds: readonly ListedFeed[], now: Date) => string;

/** The same for two spellings of one feed's address. */
export function feedKey(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '');
}
