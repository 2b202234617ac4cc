import { expect, test } from 'vitest';
import { namesOf } from '../../src/text/names.ts';

test.each([
  ['en', 'The talks with Petra Holm failed.', ['petra holm', 'petra', 'holm']],
  ['en', 'Yesterday nothing happened.', []],
  ['en', 'Holm spoke. And then Holm left.', ['holm']],
  ['en', 'They met Holm’s lawyer.', ['holm']],
  ['en', 'It was (he said) in Lauen, near Orbel.', ['lauen', 'orbel']],
  ['en', '“Maybe,” said a man. “Never.”', []],
  ['de', 'Gestern sprach Jean-Luc Öztürk.', ['jean-luc öztürk', 'jean-luc', 'öztürk']],
  ['ru', 'Вчера уехала Анна Лунд.', ['анна лунд', 'анна', 'лунд']],
  ['ja', 'ドナルド・マロウ氏は・・・と述べ、AIを売った。', ['ドナルド・マロウ', 'ai']],
  ['ja', 'この犬はポチ。', []],
  ['zh-Hans', '公司Harbour Robotics宣布', ['harbour robotics']],
  ['ko', 'EU와 Alba Motors가', ['eu', 'alba motors']],
  ['ar', 'قال الوزير', []],
])('%s: %s', (language, text, expected) => {
  expect(namesOf(text, language)).toEqual(expected);
});

test('each name once, in the order of its first appearance', () => {
  expect(namesOf('It rained in Orbel and Lauen and Orbel.', 'en')).toEqual(['orbel', 'lauen']);
});
