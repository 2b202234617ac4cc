import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figureKey, figuresOf } from '../../src/text/numbers.ts';

function keys(text: string, language: string): string[] {
  return figuresOf(text, language).map(figureKey);
}

test.each([
  ['en', '1,234 people and 3.5 million', ['1234', '3500000']],
  ['en', '$5bn, £5m, 2 trillion', ['5000000000', '5000000', '2000000000000']],
  ['en', '$5MM, $5mm, US$5.5 MM, $5 mil', ['5000000', '5000000', '5500000', '5000000']],
  ['en', '5 MM USD, 5mm of rain, a 35 mm film', ['5000000', '5', '35']],
  ['es', '5.000 MM de pesos, 5.000 MM de euros', ['5000000000', '5000000000']],
  ['fr', '5 Md€, 5 Mds d’euros, 5 M€, 5 m de haut', ['5000000000', '5000000000', '5000000', '5']],
  ['it', '3,5 mld di euro, €3 mld', ['3500000000', '3000000000']],
  ['en', 'the 100 m sprint', ['100']],
  ['en', 'In 2024 300 people came', ['2024', '300']],
  ['en', '1,00,000 rupees', ['100000']],
  ['en', '12%, 12 per cent and 12 percent', ['12%', '12%', '12%']],
  ['en', 'five to 10, 20 and 30', ['10', '20', '30']],
  ['en', '0.5 and 1,234.5', ['0.5', '1234.5']],
  ['en', 'Twenty-nine people, a nine-year-old girl and thirteen dead', ['29', '13']],
  ['de', 'Neunundzwanzig Menschen und vierzig Tote', ['29', '40']],
  ['fr', 'dix-sept personnes', ['17']],
  ['es', 'cuarenta muertos', ['40']],
  ['ru', 'тридцать человек', ['30']],
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

/** `text=value kind unit` of each figure; what is only counted has neither. */
function read(text: string, language: string): string[] {
  return figuresOf(text, language).map(({ text, value, kind, unit }) =>
    `${text}=${Number(value.toPrecision(6))} ${kind === 'count' ? '' : kind} ${unit}`.trim(),
  );
}

test.each([
  ['en', '27.8 % of $350bn', ['27.8 %=27.8 percent %', '$350bn=350000000000 money USD']],
  ['en', '12 to 15 percent', ['12=12 percent %', '15 percent=15 percent %']],
  ['en', '3–5 million euros', ['3=3000000 money EUR', '5 million euros=5000000 money EUR']],
  ['en', 'six people were killed and 17 injured', ['six people=6 people dead', '17 injured=17 people injured']],
  ['en', 'two of them', []],
  ['en', 'the 12th, 1st and 22nd', ['12th=12 ordinal', '1st=1 ordinal', '22nd=22 ordinal']],
  ['en', 'at 5:42 or 5.42am', ['5:42=5.7 time clock', '5.42am=5.7 time clock']],
  ['en', 'on 3 May 2026', ['3=3 date day', '2026=2026 date year']],
  ['en', 'an F-16, COVID-19, B2B and G7', []],
  [
    'en',
    'HK$20, US$1.2 trillion, Rs 1.5 lakh crore',
    ['HK$20=20 money HKD', 'US$1.2 trillion=1200000000000 money USD', 'Rs 1.5 lakh crore=1500000000000 money INR'],
  ],
  ['en', 'the 1,140-metre bridge', ['1,140-metre=1140 distance m']],
  [
    'en',
    '25 basis points, 0.25 percentage points',
    ['25 basis points=25 points basis point', '0.25 percentage points=0.25 points %'],
  ],
  ['en', 'in 2024 won', ['2024=2024 date year']],
  ['en', 'a 90-year-old; a 2.5-fold rise', ['90-year-old=90 duration year', '2.5-fold=2.5 times x']],
  ['de', '17 Menschen wurden verletzt, der 3. Platz', ['17 Menschen=17 people injured', '3.=3 ordinal']],
  ['de', '10 bis 12 Prozent um 14.30 Uhr', ['10=10 percent %', '12 Prozent=12 percent %', '14.30 Uhr=14.5 time clock']],
  [
    'fr',
    '3,5 milliards d’euros, six morts, le 2e tour',
    ['3,5 milliards d’euros=3500000000 money EUR', 'six morts=6 people dead', '2e=2 ordinal'],
  ],
  [
    'es',
    '3,5 millones de euros y 17 heridos',
    ['3,5 millones de euros=3500000 money EUR', '17 heridos=17 people injured'],
  ],
  ['pt', 'R$ 3,5 bilhões', ['R$ 3,5 bilhões=3500000000 money BRL']],
  [
    'ru',
    '3,5 млрд руб., 13-й, 17 человек ранены',
    ['3,5 млрд руб=3500000000 money RUB', '13-й=13 ordinal', '17 человек=17 people injured'],
  ],
  ['ar', '١٢٫٥ مليون دولار و17 جريحا', ['١٢٫٥ مليون دولار=12500000 money USD', '17 جريحا=17 people injured']],
  ['ja', '1億2000万円、1.72倍、第13回', ['1億2000万円=120000000 money JPY', '1.72倍=1.72 times x', '第13=13 ordinal']],
  [
    'ja',
    '12万3千人、3人が死亡、2〜3％',
    ['12万3千人=123000 people person', '3人=3 people dead', '2=2 percent %', '3％=3 percent %'],
  ],
  [
    'ko',
    '3억 5천만 원, 6명이 숨지고, 1억 2,345만 6,789원',
    ['3억 5천만 원=350000000 money KRW', '6명=6 people dead', '1억 2,345만 6,789원=123457000 money KRW'],
  ],
  [
    'zh-Hans',
    '¥500，15公里，1.2万亿元',
    ['¥500=500 money CNY', '15公里=15 distance km', '1.2万亿元=1200000000000 money CNY'],
  ],
])('%s: what is counted in %s', (language, text, expected) => {
  expect(read(text, language)).toEqual(expected);
});

test('an ordinal is not the number, nor a time of day', () => {
  expect(keys('the 13th of 13 at 13:00', 'en')).toEqual(['13th', '13', '13h']);
});

test('a figure keeps the text that it was read from, and where it stands', () => {
  expect(figuresOf('about 3.5 million people', 'en')).toEqual([
    { value: 3_500_000, kind: 'people', unit: 'person', isPercent: false, text: '3.5 million people', index: 6 },
  ]);
});

test('whatever the text, figures are finite and stand in it, in order', () => {
  const part = fc.constantFrom(
    '1',
    '9',
    '٣',
    '３',
    ',',
    '.',
    ' ',
    ':',
    '億',
    '만',
    '万',
    'million',
    '%',
    '$',
    '第',
    'two',
    'people',
    '人',
    '日',
    '-',
  );
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 40 }),
      fc.constantFrom('en', 'de', 'ja', 'ko', 'zh', 'ar'),
      (parts, language) => {
        const text = parts.join('');
        let last = -1;
        for (const { value, text: found, index } of figuresOf(text, language)) {
          expect(Number.isFinite(value)).toBe(true);
          expect(text.startsWith(found, index)).toBe(true);
          expect(index).toBeGreaterThanOrEqual(last);
          last = index;
        }
      },
    ),
  );
});
