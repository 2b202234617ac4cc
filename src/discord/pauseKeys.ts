import type { Suspension } from '../news/subscription.ts';
import type { MessageKey } from './languages/en.ts';

/** How it is said why a channel's briefings are paused. */
export const pauseKeys: Readonly<Record<Suspension, MessageKey>> = {
  'no channel': 'pausedNoChannel',
  'no access': 'pausedNoAccess',
  locked: 'pausedLocked',
};
