import { expect, test } from 'vitest';
import { OwnNetwork } from '../../src/news/ownNetwork.ts';
import { hours, monday } from '../support/articles.ts';

function heard(...outcomes: [host: string, answered: boolean, at?: Date][]): OwnNetwork {
  const network = new OwnNetwork();
  for (const [host, answered, at = monday] of outcomes) network.record(host, answered, at);
  return network;
}

test.each([
  ['nobody was asked', [], null],
  ['two hosts do not answer', ['a-', 'b-'], null],
  ['three hosts do not answer', ['a-', 'b-', 'c-'], true],
  ['one host answers nothing, often', ['a-', 'a-', 'a-', 'a-'], null],
  ['half of the hosts answer', ['a+', 'b+', 'c-', 'd-'], false],
  ['more than half do not', ['a+', 'b-', 'c-'], true],
  ['what counts of each host is how it went last', ['a-', 'b-', 'c-', 'a+', 'b+', 'c+'], false],
] as const)('%s', (_what, outcomes, isDown) => {
  const network = heard(...outcomes.map(([host, sign]): [string, boolean] => [host!, sign === '+']));
  expect(network.isDown(monday)).toBe(isDown);
});

test('what was before counts no more', () => {
  const network = heard(['a', true], ['b', true], ['c', true], ['x', false, hours(1)], ['y', false, hours(1)]);
  expect(network.isDown(monday)).toBe(false);
  expect(network.isDown(hours(1))).toBeNull();
  network.record('z', false, hours(1));
  expect(network.isDown(hours(1))).toBe(true);
});

test('of very many hosts, the latest are remembered', () => {
  const network = new OwnNetwork();
  for (let host = 0; host < 1_000; host++) network.record(`good ${host}`, true, monday);
  for (let host = 0; host < 150; host++) network.record(`bad ${host}`, false, monday);
  expect(network.isDown(monday)).toBe(true);
});
