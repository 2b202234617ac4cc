import type { Phase } from '../news/storyPhase.ts';
import type { MessageKey } from './languages/en.ts';

/** What each phase of a story is called. */
export const phaseKeys: Readonly<Record<Phase, MessageKey>> = {
  breaking: 'phaseBreaking',
  developing: 'phaseDeveloping',
  sustained: 'phaseSustained',
  fading: 'phaseFading',
  closed: 'phaseClosed',
};
