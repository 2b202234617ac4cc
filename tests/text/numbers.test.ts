import { expect, test } from 'vitest';
import { figureKey, figuresOf } from '../../src/text/numbers.ts';

function keys(text: string, language: string): string[] {
  return figuresOf(text, language).map(figureKey);
}

test.each([
  ['en', '1,234 people and 3.5 million', ['1234', '3500000']],
  ['en', '$5bn, £5m, 2 trillion', ['5000000000', '5000000', '2000000000000']],
  ['en', 'the 100 m sprint', ['100']],
  ['en', 'In 2024 300 people came', ['2024', '300']],
  ['en', '1,00,000 rupees', ['100000']],
  ['en', '12%, 12 per cent and 12 percent', ['12%', '12%', '12%']],
  ['en', 'five to 10, 20 and 30', ['10', '20', '30']],
  ['en', '0.5 and 1,234.5', ['0.5', '1234.5']],
  ['de', '1.234 Menschen, 3,5 Milliarden, 2 Mio. Euro', ['1234', '3500000000', '2000000']],
  ['de', '1.234,56 Euro und 12 Prozent', ['1234.56', '12%']],
  ['de', "1'234 Franken, 2 Billionen", ['1234', '2000000000000']],
  ['fr', '5 000 habitants, 12 345 678 euros', ['5000', '12345700']],
  ['fr', '1,5 milliard et 12 %', ['1500000000', '12%']],
  ['es', '3 mil millones, 5 mil, 2 millones, 12 por ciento', ['3000000000', '5000', '2000000', '12%']],
  ['pt', '3 milhões, 2 bilhões', ['3000000', '2000000000']],
  ['it', '3 milioni, 1,5 miliardi', ['3000000', '1500000000']],
  ['ja', '3億円と5千万円、１２％', ['300000000', '50000000', '12%']],
  ['ja', '1.5兆円、2万人、3千人', ['1500000000000', '20000', '3000']],
  ['ko', '5천만 명, 3억 원, 2만 명, 3천 명, 12퍼센트', ['50000000', '300000000', '20000', '3000', '12%']],
  ['zh-Hans', '3.5亿，1.2万亿，300万', ['350000000', '1200000000000', '3000000']],
  ['ru', '5 млн и 3,5 тыс. и 2 млрд', ['5000000', '3500', '2000000000']],
  ['en', '1 billion, 2 trillion', ['1000000000', '2000000000000']],
  ['de', '1 Billion, 2 Billionen, 3 Trillionen', ['1000000000000', '2000000000000', '3000000000000000000']],
  ['fr', '1 billion et 2 trillions', ['1000000000000', '2000000000000000000']],
  ['es', '1 billón y 2 billones', ['1000000000000', '2000000000000']],
  ['pt-PT', '1 bilião e 2 mil milhões', ['1000000000000', '2000000000']],
  ['pt', '2 trilhões', ['2000000000000']],
  ['ar', '٣٫٥ مليون و١٬٢٣٤ و١٢٪ و٢ مليار', ['3500000', '1234', '12%', '2000000000']],
  ['ar', '5 آلاف و6 ملايين', ['5000', '6000000']],
  ['fa', '۳۴۰ نفر', ['340']],
  ['ja', '１，２３４人と３．５億円', ['1234', '350000000']],
  ['en', 'no figure at all', []],
])('%s: %s', (language, text, expected) => {
  expect(keys(text, language)).toEqual(expected);
});

test('the same amount has one key in every language', () => {
  const spellings = [
    ['en', '3.5 billion'],
    ['de', '3,5 Milliarden'],
    ['fr', '3,5 milliards'],
    ['ja', '35億'],
    ['ko', '35억'],
    ['ru', '3,5 млрд'],
  ] as const;
  expect(new Set(spellings.flatMap(([language, text]) => keys(text, language)))).toEqual(new Set(['3500000000']));
});

test('a share is not the number', () => {
  expect(keys('12 percent of 12', 'en')).toEqual(['12%', '12']);
});

test('a figure keeps the text that it was read from', () => {
  expect(figuresOf('about 3.5 million people', 'en')).toEqual([
    { value: 3_500_000, isPercent: false, text: '3.5 million' },
  ]);
});
