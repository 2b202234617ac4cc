import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from '../../src/text/sentences.ts';

/** Language, then the sentences of one paragraph, which stand next to each other as written here. */
const paragraphs: [string, ...string[]][] = [
  ['en', 'Mr. Ode met Dr. Lunn at 9 a.m. on Monday. ', 'They agreed.'],
  ['en', 'The U.S. Senate voted. ', 'The U.K. did not.'],
  ['en', 'J. K. Marrow wrote it. ', 'Critics loved it.'],
  ['en', 'It opened on Jan. 5 in St. Alban. ', 'Crowds came.'],
  ['en', 'It earned $3.5 million in 2.5 years. ', 'Profits fell.'],
  ['en', 'Harlow & Co. said sales rose. ', 'Its shares fell.'],
  ['en', 'See No. 5 of the list. ', 'It is short.'],
  ['en', '“We will stay,” she said. ', '“We have no choice.” ', 'Then she left.'],
  ['en', '“We will stay. We have no choice,” she said. ', 'Then she left.'],
  ['en', '"Stop!" he shouted. ', 'Nobody moved.'],
  ['en', '“Is it over?” asked the mayor. ', 'Nobody knew.'],
  ['en', 'The vote was close (five to four). ', 'Nobody cheered.'],
  ['en', 'What now? ', 'No one knows! ', 'The end…'],
  ['en', 'The site harbour.example went down. ', 'It is back.'],
  ['en', 'The police came at 5 p.m. and left. ', 'It was dark.'],
  ['en', 'They came at 5 p.m. ', 'It was dark.'],
  ['en', '“It goes on in the next paragraph. ', 'So this one is never closed. ', 'Nobody minds.'],
  ['de', 'Am 3. Oktober wird gefeiert. ', 'Der 1. FC Lauen gewann.'],
  ['de', 'Das kostet z. B. 3 Mio. Euro. ', 'Das ist viel.'],
  ['de', 'Das gilt z.B. hier, d. h. überall. ', 'Das ist viel.'],
  ['de', '„Wir bleiben“, sagte sie. ', '„Das ist sicher.“ ', 'Dann ging sie.'],
  ['de', '„Wir bleiben. Das ist sicher“, sagte sie. ', 'Dann ging sie.'],
  ['de', 'Dr. Weiß und Prof. Brandt kamen u. a. aus Kiel. ', 'Sie blieben.'],
  ['de', 'Es geschah 1999. ', 'Danach kam Ruhe.'],
  ['de', 'Er zahlte ca. 5,5 Mrd. Euro. ', 'Der Rest folgt.'],
  ['fr', 'M. Dupin a parlé. ', 'Mme Leroc a répondu.'],
  ['fr', '« Nous restons. Rien ne change », a-t-elle dit. ', 'Puis elle est partie.'],
  ['fr', 'Est-ce fini ? ', 'Personne ne sait !'],
  ['es', '¿Quién ganó? ', '¡Nadie lo sabe! ', 'Fin.'],
  ['es', 'El Sr. Ruiz y la Sra. Paz llegaron a EE. UU. ayer. ', 'Se quedan.'],
  ['es', '«No habrá cambios. Es seguro», dijo. ', 'Después salió.'],
  ['ja', '首相は「行かない。まだ早い」と述べた。', '記者は驚いた。'],
  ['ja', '「行きます。」と彼は言った。', '次の日、来た。'],
  ['ja', '船が出る。', '「島の客は減った」と主人は話した。', '「三分の一だ。」', '「そうだ。」'],
  ['ja', '本当か？', '誰も知らない！', '終わり。'],
  ['ja', '売上は3.5億円だった。', '前年は2億円だった。'],
  ['ko', '그는 "가지 않겠다"고 말했다. ', '기자들은 놀랐다.'],
  ['ko', '매출은 3.5% 늘었다. ', '작년은 2%였다.'],
  ['ko', '“우리는 간다. 반드시 간다”라고 그가 말했다. ', '모두 놀랐다.'],
  ['ko', '“우리는 간다.”라고 말했다. ', '모두 놀랐다.'],
  ['zh-Hans', '总理说：“不去。还早。”', '记者很惊讶。'],
  ['zh-Hans', '船要开了。', '“客人少了。”', '他这样说。'],
  ['zh-Hans', '真的吗？', '没人知道！', '结束。'],
  ['zh-Hant', '他說：「不去。還早。」', '記者很驚訝。'],
  ['ar', 'هل انتهى الأمر؟ ', 'لا أحد يعلم. ', 'قال الوزير: «لن نغادر. هذا مؤكد». ', 'ثم غادر.'],
  ['ar', 'قال د. سامي إن العدد 3.5 مليون. ', 'ثم غادر.'],
  ['ru', 'В 2024 г. завод закрыли. ', 'Рабочие ушли.'],
  ['ru', 'А. С. Петров сказал: «Мы не уйдём. Это решено». ', 'Затем ушёл.'],
  ['ru', '«Кто это?» — спросил он. ', 'Никто не ответил.'],
];

test.each(paragraphs)('%s: %s', (language, ...sentences) => {
  expect(sentencesOf(sentences.join(''), language)).toEqual(sentences.map((sentence) => sentence.trim()));
});

test('a paragraph ends a sentence, also without a full stop', () => {
  expect(sentencesOf('A headline\n\nThe ferry sails. It is late.', 'en')).toEqual([
    'A headline',
    'The ferry sails.',
    'It is late.',
  ]);
});

test('a quotation mark that is never closed does not swallow the article', () => {
  const text = `He said: “We stay. ${'The ferry sails on Saturday. '.repeat(60)}It “ends.`;
  expect(sentencesOf(text, 'en').length).toBeGreaterThan(50);
});

test('a language that nobody knows is read like any other', () => {
  expect(sentencesOf('One here. Two there.', 'und')).toEqual(['One here.', 'Two there.']);
});

test('whatever the text, its sentences hold everything but white space, in order', () => {
  const words = fc.constantFrom(
    'Dr. ',
    'end. ',
    '“',
    '”',
    '„',
    '«',
    '»',
    '「',
    '。',
    '」と',
    'go',
    '3. ',
    '? ',
    '\n',
    ' ',
    'Ode ',
  );
  fc.assert(
    fc.property(fc.array(words), fc.constantFrom('en', 'de', 'ja', 'ko', 'fr'), (parts, language) => {
      const text = parts.join('');
      const sentences = sentencesOf(text, language);
      expect(sentences.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
    }),
  );
});
