/** Where a source's server says it has moved for good (301, 308), and since when it says so. */
export type Move = { readonly movedTo: string | null; readonly movedSince: Date | null };

const trialMs = 7 * 24 * 60 * 60_000;

/** Follows what a server says on every poll: another address, or none, begins anew. */
export function followMove(before: Move, movedTo: string | null, now: Date): Move {
  if (movedTo === null) return { movedTo: null, movedSince: null };
  return { movedTo, movedSince: (movedTo === before.movedTo && before.movedSince) || now };
}

/**
 * The address that a source is to have from now on, when a week of agreement, or a change to https alone, makes it
 * certain; else null. Redirections are often mistakes: they are followed long before they are believed.
 */
export function addressToAdopt(url: string, { movedTo, movedSince }: Move, now: Date): string | null {
  if (!movedTo || !movedSince) return null;
  const isUpgrade = url.startsWith('http://') && movedTo === url.replace('http://', 'https://');
  return isUpgrade || now.getTime() - movedSince.getTime() >= trialMs ? movedTo : null;
}

/** The address to try when the old one has gone: the one that it led to. */
export function addressInstead({ movedTo }: Move, status: number | null): string | null {
  return status === 404 || status === 410 ? movedTo : null;
}
