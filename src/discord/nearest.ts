import { distance } from 'fastest-levenshtein';

/** The candidate that somebody probably meant, or null when none is near. Case and accents don't count. */
export function nearest(typed: string, candidates: readonly string[]): string | null {
  const wanted = folded(typed);
  let best: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const apart = distance(wanted, folded(candidate));
    if (!best || apart < best.distance) best = { candidate, distance: apart };
  }
  return best && best.distance <= Math.max(1, Math.floor(wanted.length / 3)) ? best.candidate : null;
}

/** Lower case, without accents: how typed text is compared. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
