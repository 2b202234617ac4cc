import { describe, expect, it } from 'vitest';
import { checkSentence, type FaultKind } from '../../src/briefs/check.ts';

const publishedAt = new Date('2026-11-24T08:00:00Z'); // a Tuesday
const kindsOf = (text: string, language: string, ...cited: [language: string, text: string][]) =>
  checkSentence(
    { text, language },
    cited.map(([language, text]) => ({ language, text, publishedAt })),
  ).map(({ kind }) => kind);

const ferry =
  'The ferry Alba Queen left Port Averne on Monday with 38 cars and 112 passengers, the first crossing in ten days, harbour master Petra Holm told Jonas Lund.';
const fares = '“Fares will not rise before the new pier opens,” said Petra Holm, who expects costs of £4.2 million.';
const killed = 'Six people were killed and 17 injured when the bridge collapsed, police said.';
const profits = 'Profits at Norvik rose 12 percent while those at Estmark fell 8 percent.';

describe('what a sentence may say of a text of its language', () => {
  it.each<[string, string]>([
    [ferry, ferry],
    ['The ferry Alba Queen left Port Averne on Monday with 38 cars and 112 passengers.', ferry],
    ['It was the first crossing in ten days, harbour master Petra Holm told Jonas Lund.', ferry],
    ['The ferry Alba Queen left Port Averne yesterday with 38 cars.', ferry],
    ['“Fares will not rise before the new pier opens,” Petra Holm said.', fares],
    ['Petra Holm expects costs of £4.2 million.', fares],
    ['Six people were killed when the bridge collapsed, police said.', killed],
    ['Profits at Norvik rose 12 percent.', profits],
  ])('%s', (text, cited) => {
    expect(kindsOf(text, 'en', ['en', cited])).toEqual([]);
  });
});

describe('what it may not', () => {
  it.each<[FaultKind, string, string]>([
    ['figure', 'The ferry Alba Queen left Port Averne on Monday with 83 cars.', ferry],
    ['figure', 'The ferry Alba Queen left Port Averne on Monday with 38 cars and twelve lorries.', ferry],
    ['figure', 'Petra Holm expects costs of £4.2 billion.', fares],
    ['figure', 'Petra Holm expects costs of €4.2 million.', fares],
    ['figure', '17 people were killed when the bridge collapsed, police said.', killed],
    ['name', 'The ferry Alba Queen left Port Stane on Monday with 38 cars.', ferry],
    ['name', 'The ferry Alba Queen left Port Averne on Monday, harbour master Anna Holm told Jonas Lund.', ferry],
    ['name', 'Estmark left Port Averne on Monday with 38 cars.', ferry],
    ['order', 'The first crossing in ten days, harbour master Jonas Lund told Petra Holm.', ferry],
    ['date', 'The ferry Alba Queen left Port Averne on Sunday with 38 cars.', ferry],
    ['date', 'The ferry Alba Queen left Port Averne in March with 38 cars.', ferry],
    ['quotation', '“Fares will never rise before the new pier opens,” said Petra Holm.', fares],
    ['quotation', 'Petra Holm “expects costs” of £4.2 million.', fares],
    ['quotation', '“Fares will rise before the new pier opens,” said Petra Holm.', fares],
    ['quotation', '“Rise before the new pier opens,” said Petra Holm.', fares],
    ['quotation', '“Fares will not rise before the new pier opens, said Petra Holm.', fares],
    [
      'speaker',
      '“Fares will not rise before the new pier opens,” said Jonas Lund.',
      `${fares} Jonas Lund met Petra Holm.`,
    ],
    [
      'speaker',
      '“Fares will not rise yet,” said Averne University of Petra Holm.',
      '“Fares will not rise yet,” said Petra Holm of Averne University.',
    ],
    ['negation', 'Fares will rise before the new pier opens, said Petra Holm.', fares],
    ['negation', 'Six people were not killed when the bridge collapsed, police said.', killed],
    ['direction', 'Profits at Norvik fell 12 percent.', profits],
    ['direction', 'Profits at Estmark rose 8 percent.', profits],
    ['link', 'The ferry left Port Averne on Monday, see ferry.example/tickets for more.', ferry],
    ['link', '@everyone The ferry Alba Queen left Port Averne on Monday.', ferry],
    ['link', '[The ferry](//x) left Port Averne on Monday.', ferry],
    ['language', 'Die Fähre verließ am Montag den Hafen und das ist die erste Fahrt seit zehn Tagen.', ferry],
    ['language', '連絡船は月曜日に港を出た。', ferry],
    ['support', 'The ferry company has been sold to investors who plan to close the route.', ferry],
    ['context', 'The new pier cost 38 people their homes and Monday their jobs.', ferry],
  ])('%s: %s', (kind, text, cited) => {
    expect(kindsOf(text, 'en', ['en', cited])).toContain(kind);
  });

  it('anything, when it cites nothing', () => {
    expect(kindsOf(ferry, 'en')).toEqual(['no source']);
  });

  it('a figure of one thing of another, though both are cited', () => {
    const wolf = 'The wolf was seen near Lindental by 12 hikers.';
    expect(kindsOf('The ferry Alba Queen left Lindental with 12 cars.', 'en', ['en', wolf], ['en', ferry])).toContain(
      'context',
    );
  });
});

describe('other languages', () => {
  const pairs: readonly (readonly [
    language: string,
    cited: string,
    good: string,
    bad: readonly [FaultKind, string][],
  ])[] = [
    [
      'de',
      'Die Fähre Alba Queen verließ Port Averne am Montag nicht, sagte die Bürgermeisterin Petra Holm dem Reporter Jonas Lund; die Preise stiegen um 3,5 Prozent auf 42 Euro.',
      'Die Preise stiegen um 3,5 Prozent auf 42 Euro.',
      [
        ['figure', 'Die Preise stiegen um 35 Prozent auf 42 Euro.'],
        ['direction', 'Die Preise sanken um 3,5 Prozent auf 42 Euro.'],
        ['negation', 'Die Fähre Alba Queen verließ Port Averne am Montag, sagte die Bürgermeisterin Petra Holm.'],
        ['name', 'Die Fähre Alba Queen verließ Port Averne am Montag nicht, sagte Bürgermeisterin Schröder.'],
      ],
    ],
    [
      'ja',
      '渡辺市長は23日、連絡船アルバ号の運賃を6％引き上げると田中記者に述べた。運航は再開していない。',
      '渡辺市長は連絡船アルバ号の運賃を6％引き上げると述べた。',
      [
        ['figure', '渡辺市長は連絡船アルバ号の運賃を8％引き上げると述べた。'],
        ['direction', '渡辺市長は連絡船アルバ号の運賃を6％引き下げると述べた。'],
        ['support', '山本市長は連絡船アルバ号の運賃を6％引き上げると述べた。'],
        ['negation', '渡辺市長は連絡船アルバ号の運賃を6％引き上げないと述べた。'],
      ],
    ],
    [
      'zh-Hans',
      '市长李明23日表示，渡轮票价上涨6％，航线没有恢复。',
      '市长李明表示，渡轮票价上涨6％。',
      [
        ['figure', '市长李明表示，渡轮票价上涨9％。'],
        ['direction', '市长李明表示，渡轮票价下跌6％。'],
        ['support', '市长王伟表示，渡轮票价上涨6％。'],
      ],
    ],
    [
      'ko',
      '김민수 시장은 23일 여객선 요금을 6% 인상한다고 말했다. 운항은 재개하지 않았다.',
      '김민수 시장은 여객선 요금을 6% 인상한다고 말했다.',
      [
        ['figure', '김민수 시장은 여객선 요금을 9% 인상한다고 말했다.'],
        ['direction', '김민수 시장은 여객선 요금을 6% 인하한다고 말했다.'],
      ],
    ],
    [
      'es',
      'La alcaldesa Ana Ruiz dijo el lunes que el precio no sube y que 42 vecinos dejaron Valdecorza.',
      'La alcaldesa Ana Ruiz dijo que 42 vecinos dejaron Valdecorza.',
      [
        ['negation', 'La alcaldesa Ana Ruiz dijo el lunes que el precio sube.'],
        ['name', 'La alcaldesa Ana López dijo que 42 vecinos dejaron Valdecorza.'],
      ],
    ],
  ];
  it.each(pairs)('in %s', (language, cited, good, bad) => {
    expect(kindsOf(good, language, [language, cited])).toEqual([]);
    for (const [kind, text] of bad) expect(kindsOf(text, language, [language, cited]), text).toContain(kind);
  });
});

describe('translations', () => {
  const trump = 'トランプ氏は23日、フランスのパリで38人と会談し、関税を12％引き上げると述べた。';
  it.each<[string, string, [string, string]]>([
    ['In Paris, Trump said tariffs will rise by 12 percent.', 'en', ['ja', trump]],
    ['Die Fähre Alba Queen hat 38 Autos und 112 Passagiere.', 'de', ['en', ferry]],
    ['На пароме Alba Queen 38 машин и 112 пассажиров.', 'ru', ['en', ferry]],
  ])('%s', (text, language, cited) => {
    expect(kindsOf(text, language, cited)).toEqual([]);
  });

  it.each<[FaultKind, string, string, [string, string]]>([
    ['figure', 'In Paris, Trump said tariffs will rise by 15 percent.', 'en', ['ja', trump]],
    ['name', 'In Paris, Merkel said tariffs will rise by 12 percent.', 'en', ['ja', trump]],
    ['name', 'In Berlin, Trump said tariffs will rise by 12 percent.', 'en', ['ja', trump]],
    ['direction', 'In Paris, Trump said tariffs will fall by 12 percent.', 'en', ['ja', trump]],
    ['negation', 'In Paris, Trump said tariffs will not rise by 12 percent.', 'en', ['ja', trump]],
    ['quotation', '„Die Preise steigen nicht“, sagte Petra Holm und nannte 4,2 Millionen £.', 'de', ['en', fares]],
    ['support', 'The company has been sold to its workers.', 'en', ['ja', trump]],
  ])('%s: %s', (kind, text, language, cited) => {
    expect(kindsOf(text, language, cited)).toContain(kind);
  });
});
