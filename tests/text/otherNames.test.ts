import { expect, it, test } from 'vitest';
import type { NamePair } from '../../src/text/namePairs.ts';
import { createFindOtherNames, knownNameOf } from '../../src/text/otherNames.ts';

const pairs: readonly NamePair[] = [
  { name: 'World Health Organization', other: 'WHO' },
  { name: '世界保健機関', other: 'WHO' },
  { name: '세계보건기구', other: 'WHO' },
  { name: 'Всемирной организации здравоохранения', other: 'ВОЗ' },
  { name: 'ВОЗ', other: 'WHO' },
  { name: 'القاهرة', other: 'Cairo' },
  { name: '文在寅', other: 'ムン・ジェイン' },
  { name: 'ドナルド・トランプ', other: 'Donald Trump' },
  { name: '삼성', other: 'Samsung' },
];
const findOtherNames = createFindOtherNames(pairs.map(knownNameOf));

it.each([
  ['the world health organization’s chief', ['who']],
  ['the world trade organization, in world health', []],
  ['本日、世界保健機関は', ['who']],
  ['세계보건기구는 오늘', ['who']],
  ['во всемирную организацию здравоохранения', ['воз', 'who']],
  ['по данным воз', ['who']],
  ['سافر والقاهرة', ['cairo']],
  ['韓国の文在寅大統領とドナルド トランプ氏', ['ムン・ジェイン']],
  ['ドナルドトランプ氏、ドナルド・トランプ氏', ['donald trump']],
  ['삼성 주가', ['samsung']],
  ['삼성동, 대삼성', []],
])('%s', (text, others) => {
  expect(findOtherNames(text)).toEqual(others);
});

test('of several others the first counts; where nothing is known, nothing is found', () => {
  const known = ['NHK', 'NHL'].map((other) => knownNameOf({ name: '日本放送協会', other }));
  expect(createFindOtherNames(known)('日本放送協会')).toEqual(['nhk']);
  expect(createFindOtherNames([])('日本放送協会')).toEqual([]);
});

test('a name in another case has the same key', () => {
  const [one, two] = ['Банк Англии', 'Банка Англии'].map((name) => knownNameOf({ name, other: 'BoE' }));
  expect(one).toEqual(two);
});
