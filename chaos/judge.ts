import { type Faults, repeated } from './Faults.ts';
import { judgeBriefings } from './judgeBriefings.ts';
import { judgeCards } from './judgeCards.ts';
import { judgeEdits } from './judgeEdits.ts';
import { judgeGreetings } from './judgeGreetings.ts';
import { judgeNews } from './judgeNews.ts';
import { judgePublications } from './judgePublications.ts';
import { judgeTurns } from './judgeTurns.ts';
import type { Account } from './liveThrough.ts';

const judges = {
  briefings: judgeBriefings,
  cards: judgeCards,
  'edits of cards': judgeEdits,
  'turns of cards': judgeTurns,
  'direct messages': judgeNews,
  'published messages': judgePublications,
  greetings: judgeGreetings,
} as const;
export type Kind = keyof typeof judges;

export type Verdict = Omit<Faults, 'due'> & { readonly due: Readonly<Record<Kind, number>> };

/** Compares what should have come with what stood in the channels. */
export function judge(account: Account): Verdict {
  const titles = account.stored.map(({ title }) => title);
  const lost = account.published.filter((title) => !titles.includes(title)).map((title) => `article ${title}`);
  const twice = repeated(titles).map((title) => `article ${title}`);
  const late: string[] = [];
  const due = Object.fromEntries(
    Object.entries(judges).map(([kind, judgeKind]) => {
      const faults = judgeKind(account);
      lost.push(...faults.lost);
      twice.push(...faults.twice);
      late.push(...faults.late);
      return [kind, faults.due];
    }),
  ) as Record<Kind, number>;
  return { lost, twice, late, due };
}
