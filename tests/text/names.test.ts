import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNames, nameKey, namesOf } from '../../src/text/names.ts';

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

test.each([
  [
    'en',
    'German Chancellor Anna Weiß met Dr. J. K. Marrow and Ludo van der Berg.',
    'Anna Weiß | J. K. Marrow | Ludo van der Berg',
  ],
  [
    'en',
    'Tobias Wend of Bankhaus Ahren left the University of Lauen for the Bank of Orbel.',
    'Tobias Wend | Bankhaus Ahren | University of Lauen | Bank of Orbel',
  ],
  ['en', 'Police said so. Yesterday, Officials and Mr. Holm’s lawyer met on Monday.', 'Holm'],
  ['en', 'Six Dead After Averne Bridge Falls\nThe Averne Bridge fell.', 'Averne Bridge | Averne Bridge'],
  [
    'en',
    'He read The Harbour Times in La Rochelle; Holm & Co. and the EU lost.',
    'The Harbour Times | La Rochelle | Holm & Co | EU',
  ],
  ['de', 'Außenminister Jens Kolbe fuhr am Montag mit der Fähre in die Stadt Lauen.', 'Jens Kolbe | Lauen'],
  ['de', 'Die Lehrerin Anke Brodersen nannte das Gesetz der EU eine Zumutung.', 'Anke Brodersen | EU'],
  ['de', 'Siehe oben. Er kam aus Lauen. Viele bleiben in Lauen.', 'Lauen | Lauen'],
  ['de', 'Die Menschen tragen Wasser und Brot in den Keller, und Wasser ist Leben.', ''],
  [
    'fr',
    'L’économiste Solène Autissier, de La Rochelle, cite Dijon et Orbel.',
    'Solène Autissier | La Rochelle | Dijon | Orbel',
  ],
  [
    'es',
    'El presidente Ramón Paz viajó a Brasil y Colombia con Ana de la Vega.',
    'Ramón Paz | Brasil | Colombia | Ana de la Vega',
  ],
  ['ru', 'Вчера президент Пётр Холм встретил Анну Лунд.', 'Пётр Холм | Анну Лунд'],
  [
    'ja',
    '古閑洋平代表は『長い夜』を読み、外国首相と北海道大学へ行った。メーターは三メートル。',
    '古閑洋平 | 長い夜 | 北海道大学 | メーター',
  ],
  ['ko', '윤태겸 대표와 신임 장관, 문경숙 노조위원장이 도널드 트럼프 대통령을 만났다.', '윤태겸 | 문경숙 | 트럼프'],
  [
    'zh-Hans',
    '外交部发言人毛宁表示，王毅会见托马斯·巴赫与泽连斯基，读《长夜》。',
    '毛宁 | 王毅 | 托马斯·巴赫 | 泽连斯基 | 长夜',
  ],
  ['ar', 'التقى الرئيس الفرنسي سامي حداد وزير الخارجية عمر نصار في باريس.', 'سامي حداد | عمر نصار'],
])('%s: in %s stand %s', (language, text, expected) => {
  expect(
    findNames(text, language)
      .map((name) => name.text)
      .join(' | '),
  ).toBe(expected);
});

test('forms of one name have one key', () => {
  expect(nameKey('Анны Лунд', 'ru')).toBe(nameKey('Анна Лунд', 'ru'));
  expect(nameKey('José Pérez', 'es')).toBe(nameKey('JOSE PEREZ', 'es'));
  expect(nameKey('ガラムが', 'ja')).toBe('ガラムが');
});

test('whatever the text, names stand in it, in order', () => {
  const part = fc.constantFrom(
    'Petra',
    'Holm',
    ' ',
    'van',
    'of',
    '. ',
    'The',
    '’s',
    '&',
    'J.',
    '\n',
    '“',
    'ア・イ',
    '氏',
    '김민수',
    ' 대표는',
    '李明',
    '表示',
    'الرئيس ',
    'سامي ',
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 40 }),
      fc.constantFrom('en', 'de', 'fr', 'ru', 'ja', 'ko', 'zh', 'ar'),
      (parts, language) => {
        const text = parts.join('');
        let last = -1;
        for (const name of findNames(text, language)) {
          expect(text.startsWith(name.text, name.index)).toBe(true);
          expect(name.index).toBeGreaterThan(last);
          last = name.index;
        }
      },
    ),
  );
});
