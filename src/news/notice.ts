import type { Refusal, Suspension } from './subscription.ts';

/** What those who manage a server are told about its channels and sources, in one message. */
export type Notice = {
  readonly paused: readonly PausedChannel[];
  readonly refused: readonly RefusedWish[];
  readonly died: readonly (AboutSource & {
    /** A FeedError's `code`, or `other`. */
    readonly problem: string;
  })[];
  readonly recovered: readonly AboutSource[];
  readonly held: readonly HeldSource[];
};

/** A channel that gets no briefings for now. */
export type PausedChannel = { readonly channelId: string; readonly reason: Suspension };

/** What a channel was to get and did not, for a reason that can be changed. */
export type RefusedWish = {
  readonly channelId: string;
  /** Labels, as in briefings; empty for top stories. */
  readonly topics: readonly string[];
  readonly reason: Refusal;
};

type AboutSource = { readonly sourceId: number; readonly title: string };

/** A source of which more came than can be believed: shall it be announced? */
export type HeldSource = AboutSource & {
  /** How many articles. */
  readonly count: number;
  readonly heldAt: Date;
  /** When the question answers itself: they are not announced. */
  readonly endsAt: Date;
};

/** Something that happened to a source and that its servers should know. */
export type SourceEvent = AboutSource & {
  readonly kind: 'died' | 'recovered' | 'held';
  readonly at: Date;
  /** Why it died; how many articles are held. */
  readonly detail: string;
};

/** Each has a row of buttons, and a message has five rows. */
const mostQuestions = 5;
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** Of what waits, what one message can tell: everything, but not too many questions. */
export function eventsForOneNotice<Event extends Pick<SourceEvent, 'kind'>>(waiting: readonly Event[]): Event[] {
  const questions = waiting.filter(({ kind }) => kind === 'held');
  const later = new Set(questions.slice(mostQuestions));
  return waiting.filter((event) => !later.has(event));
}

/** Of each source the latest event counts, oldest first; questions that have answered themselves are left out. */
export function noticeFrom(
  events: readonly SourceEvent[],
  channels: Pick<Notice, 'paused' | 'refused'>,
  now: Date,
): Notice {
  const inOrder = events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const latest = [...new Map(inOrder.map((event) => [event.sourceId, event])).values()];
  const about = ({ sourceId, title }: SourceEvent) => ({ sourceId, title });
  const of = (kind: SourceEvent['kind']) => latest.filter((event) => event.kind === kind);
  return {
    ...channels,
    died: of('died').map((event) => ({ ...about(event), problem: event.detail })),
    recovered: of('recovered').map(about),
    held: of('held')
      .map((event) => ({
        ...about(event),
        count: Number(event.detail),
        heldAt: event.at,
        endsAt: new Date(event.at.getTime() + dayMs),
      }))
      .filter(({ endsAt }) => endsAt > now),
  };
}

/**
 * When a server that was last told something at `lastAt` may be told what waits: a day later, but questions don't wait
 * longer than an hour.
 */
export function noticeDueAt(events: readonly Pick<SourceEvent, 'kind'>[], lastAt: Date | null): Date {
  const waitMs = events.some(({ kind }) => kind === 'held') ? hourMs : dayMs;
  return new Date(lastAt === null ? 0 : lastAt.getTime() + waitMs);
}
