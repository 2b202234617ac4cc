/**
 * What a button or select asks for: `brief`, `related`, `sources` of stories; `why`, `split`, `briefPage`, `receipts`,
 * `useful`, `wrong`, `complain` of a story; `preview`, `undo`, `change`, `endBriefing` of a subscription; `unfollow` of
 * what somebody follows …
 */
export const actions = [
  'brief',
  'related',
  'sources',
  'preview',
  'undo',
  'sourcePage',
  'addFound',
  'addOffered',
  'letThrough',
  'keepBack',
  'why',
  'split',
  'briefPage',
  'receipts',
  'useful',
  'wrong',
  'complain',
  'forgetMe',
  'change',
  'applyImport',
  'cancelImport',
  'forgetMeNow',
  'keepMe',
  'follow',
  'unfollow',
  'following',
  'endBriefing',
  'unmute',
  'unmuteServer',
  'fullBrief',
  'undoLive',
] as const;
export type Action = (typeof actions)[number];

/**
 * The custom id of a control, of at most 100 characters: the action and the numbers that it is about, in base 36.
 *
 * @see https://discord.com/developers/docs/components/reference#anatomy-of-a-component
 */
export function customId(action: Action, ids: readonly number[] = []): string {
  let result: string = action;
  for (const id of ids) {
    const longer = `${result}:${id.toString(36)}`;
    if (longer.length > 100) break;
    result = longer;
  }
  return result;
}

/** @returns null for what no control of ours can have sent */
export function parseCustomId(text: string): { action: Action; ids: number[] } | null {
  const [action, ...rest] = text.split(':');
  const ids = rest.map((part) => (/^[0-9a-z]+$/.test(part) ? Number.parseInt(part, 36) : Number.NaN));
  const isKnown = actions.some((known) => known === action);
  return isKnown && ids.every(Number.isSafeInteger) ? { action: action as Action, ids } : null;
}
