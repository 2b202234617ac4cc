import { expect, test } from 'vitest';
import { eventsForOneNotice, noticeDueAt, noticeFrom, type SourceEvent } from '../../src/news/notice.ts';
import { hours } from '../support/articles.ts';

function anEvent(wish: Partial<SourceEvent> = {}): SourceEvent {
  return { sourceId: 1, title: 'Harbour', kind: 'died', at: hours(0), detail: 'timeout', ...wish };
}

test('each source is told of once, as it stands', () => {
  const notice = noticeFrom(
    [
      anEvent({ kind: 'recovered', at: hours(2), detail: '' }),
      anEvent({ at: hours(1) }),
      anEvent({ sourceId: 2, title: 'Meridian', detail: 'status 410' }),
      anEvent({ sourceId: 3, title: 'Ledger', kind: 'held', at: hours(3), detail: '61' }),
    ],
    { paused: [{ channelId: 'news', reason: 'no access' }], refused: [] },
    hours(4),
  );
  expect(notice).toEqual({
    paused: [{ channelId: 'news', reason: 'no access' }],
    refused: [],
    died: [{ sourceId: 2, title: 'Meridian', problem: 'status 410' }],
    recovered: [{ sourceId: 1, title: 'Harbour' }],
    held: [{ sourceId: 3, title: 'Ledger', count: 61, heldAt: hours(3), endsAt: hours(27) }],
  });
});

test('a question that has answered itself is not asked', () => {
  const held = anEvent({ kind: 'held', detail: '61' });
  const channels = { paused: [], refused: [] };
  expect(noticeFrom([held], channels, hours(23)).held).toHaveLength(1);
  expect(noticeFrom([held], channels, hours(24)).held).toEqual([]);
});

test('there is at most one message a day, but a question waits for an hour at most', () => {
  expect(noticeDueAt([{ kind: 'died' }], null) <= hours(0)).toBe(true);
  expect(noticeDueAt([{ kind: 'died' }, { kind: 'recovered' }], hours(0))).toEqual(hours(24));
  expect(noticeDueAt([{ kind: 'died' }, { kind: 'held' }], hours(0))).toEqual(hours(1));
});

test('one message asks five questions at most', () => {
  const waiting = [
    anEvent(),
    ...Array.from({ length: 7 }, (_, id) => anEvent({ sourceId: id + 2, kind: 'held' })),
    anEvent(),
  ];
  const told = eventsForOneNotice(waiting);
  expect(told.map(({ kind }) => kind)).toEqual(['died', 'held', 'held', 'held', 'held', 'held', 'died']);
});
