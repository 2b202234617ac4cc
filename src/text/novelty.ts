import type { Features } from '../news/features.ts';

const fewestNewNames = 2;

/** Whether an article tells what none of the earlier ones did: a new figure, or several new names. */
export function tellsSomethingNew(article: Features, earlier: readonly Features[]): boolean {
  const isNew = (key: string, known: (features: Features) => ReadonlySet<string>) =>
    !earlier.some((features) => known(features).has(key));
  if (Array.from(article.figures).some((figure) => isNew(figure, (features) => features.figures))) return true;
  const newNames = Array.from(article.names).filter((name) =>
    [name, lastWordOf(name)].every((key) => isNew(key, (features) => features.names)),
  );
  return newNames.length >= fewestNewNames;
}

/** Who was `Petra Holm` and is `Minister Holm` is not new; nor is what only begins a sentence, as `To Stanewick`. */
function lastWordOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}
