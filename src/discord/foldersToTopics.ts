import { topics } from '../news/topic.ts';
import { plain } from './escape.ts';
import type { Say } from './languages/index.ts';
import { folded } from './nearest.ts';
import { separators, wordsForAll } from './typedTopics.ts';

const longestName = 40;

const keyOfName = new Map(
  topics.flatMap(({ key, names }) => [key, ...Object.values(names)].map((name) => [folded(name), key])),
);

/**
 * What the folders of a source stand for: one that is named like a topic, in any language that Tidings speaks, is that
 * topic; any other becomes a topic of the server's own, which holds what lies in the folders inside it too.
 */
export function foldersToTopics(
  folders: readonly (readonly string[])[],
  say: Say,
): { topics: string[]; ownTopics: string[] } {
  const reserved = wordsForAll(say).map(folded);
  const names = [...new Set(folders.flat().map(topicName))].filter(
    (name) => name.length >= 2 && !reserved.includes(folded(name)),
  );
  return {
    topics: [...new Set(names.flatMap((name) => keyOfName.get(folded(name)) ?? []))].sort(),
    ownTopics: names.filter((name) => !keyOfName.has(folded(name))),
  };
}

/** As people can type it: in a list of topics a comma stands between two. */
function topicName(folder: string): string {
  return plain(folder.split(separators).join(' '), longestName);
}
