import type { Briefing } from './briefing.ts';

/** One of the messages that a briefing consists of. */
export type BriefingPart = {
  /** From 0. */
  readonly number: number;
  /** Its stories: from this one up to, but without, that one. */
  readonly from: number;
  readonly to: number;
  /** Nothing comes after it: it carries what stands below a briefing. */
  readonly isLast: boolean;
};

/**
 * How much of a message is sent: what Discord refuses is sent again without images, then as plain text. That it refuses
 * one is a mistake of ours, but its readers shall have their news.
 */
export type MessageForm = 'whole' | 'no images' | 'plain';

/** Says which messages a briefing consists of, in their order: at least one, each story in one of them. */
export type DivideBriefing = (briefing: Omit<Briefing, 'id'>) => readonly BriefingPart[];

/** Everything in one message. */
export function wholeOf({ items }: Pick<Briefing, 'items'>): BriefingPart {
  return { number: 0, from: 0, to: items.length, isLast: true };
}

/** What is left of a message that Discord refused in this form; null when nothing simpler is left. */
export function simplerForm(form: MessageForm, hasImages: boolean): MessageForm | null {
  if (form === 'plain') return null;
  return form === 'whole' && hasImages ? 'no images' : 'plain';
}
