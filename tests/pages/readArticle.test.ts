import { describe, expect, it } from 'vitest';
import { FeedError } from '../../src/news/outside.ts';
import { readArticle } from '../../src/pages/readArticle.ts';

const url = 'https://paper.example/news/ferry?utm_source=x';
const first = 'The ferry to Stanewick sailed again on Saturday, after eleven weeks in the dock of the town.';
const second = 'Forty cars and two hundred people were aboard when it left, the harbour master said at noon.';
const third = '“We have waited long enough,” said Ada Lind, who lives on the island and works on the mainland.';
const article = `<p>${first}</p><p>${second}</p><p>${third}</p>`;

function read(html: string, wish: { contentType?: string; contentLanguage?: string } = {}) {
  const bytes = new TextEncoder().encode(html);
  return readArticle({ bytes, contentType: 'text/html; charset=utf-8', contentLanguage: null, url, ...wish });
}

function ld(facts: object): string {
  return `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...facts })}</script>`;
}

describe('what a page says of itself', () => {
  it('is taken from its head', () => {
    const page = read(
      `<!doctype html><html lang="en-GB"><head><title>Ferry sails | The Paper</title>
       <meta property="og:title" content="Ferry sails &amp; sings"><meta content="Cars aboard." property="og:description">
       <meta property="article:published_time" content="2026-11-22T10:00:00Z"><meta name=author content="Ada Lind">
       <link rel="canonical" href="/news/ferry"><link rel=license href="https://creativecommons.org/licenses/by/4.0/">
       </head><body><article>${article}</article></body></html>`,
    );
    expect(page).toEqual({
      canonicalUrl: 'https://paper.example/news/ferry',
      title: 'Ferry sails & sings',
      summary: 'Cars aboard.',
      paragraphs: [first, second, third],
      authors: ['Ada Lind'],
      language: 'en',
      publishedAt: new Date('2026-11-22T10:00:00Z'),
      isPaywalled: false,
      isReserved: false,
      license: 'https://creativecommons.org/licenses/by/4.0/',
    });
  });

  it('is taken from its structured data', () => {
    const said = ld({
      '@graph': [
        { '@type': 'Organization', name: 'The Paper' },
        {
          '@type': ['NewsArticle'],
          headline: 'Ferry sails &amp; sings',
          description: 'Cars aboard.',
          author: [{ '@type': 'Person', name: 'Ada Lind' }, 'Bo Ek', 'https://paper.example/team'],
          datePublished: '2026-11-22T10:00:00Z',
          inLanguage: 'sv-SE',
        },
      ],
    });
    expect(read(`<head>${said}</head><main>${article}</main>`)).toMatchObject({
      title: 'Ferry sails & sings',
      summary: 'Cars aboard.',
      authors: ['Ada Lind', 'Bo Ek'],
      language: 'sv',
      publishedAt: new Date('2026-11-22T10:00:00Z'),
    });
  });

  it('may be little', () => {
    expect(read(`<title> Ferry\nsails </title>${article}`, { contentLanguage: 'de' })).toMatchObject({
      title: 'Ferry sails',
      paragraphs: [first, second, third],
      language: 'de',
      canonicalUrl: null,
      publishedAt: null,
      license: null,
    });
  });

  it('is no address of another kind', () => {
    const page = read(`<title>Ferry</title><link rel=canonical href="javascript:alert(1)">${article}`);
    expect(page.canonicalUrl).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['bytes of an image', '\u0089PNG\r\n\u001a\n'],
    ['a title alone', '<title>Just a moment...</title>'],
    ['text without a title', article],
  ])('refuses %s', (_what, html) => {
    expect(() => read(html)).toThrow(FeedError);
  });
});

describe('the text', () => {
  const page = (body: string, head = '') =>
    read(`<html><head><title>Ferry sails</title>${head}</head><body>${body}</body>`);

  it('comes without what stands around and between it', () => {
    const around = page(`
      <nav><a href=/>Home</a> <a href=/news>News from the harbour, and from everywhere else, all day long.</a></nav>
      <main><h1>Ferry sails</h1><p>By Ada Lind</p><p>Published: 22.11.2026, 10:00</p>
        <div class="story-body"><p>${first}</p>
          <figure><img src=a.jpg><figcaption>The ferry, seen from the harbour on Saturday, in the rain. Photo: Bo Ek</figcaption></figure>
          <aside class="newsletter-signup"><p>Sign up for our newsletter and never miss what happens in the harbour again.</p></aside>
          <p>${second}</p><p><a href=/b>READ MORE: Bridge closed for a fourth week</a></p><p>Advertisement</p>
          <p>${third}</p><div class="share-bar"><a href=#>Share</a></div></div>
        <section class="related-stories"><h2>Related</h2><p>The bridge over the inlet stays closed for a fourth week, the town says.</p></section>
      </main><footer><p>© The Paper. All rights reserved. No part of this page may be reproduced anywhere.</p></footer>`);
    expect(around.paragraphs).toEqual([first, second, third]);
  });

  it('is kept whole where its container is called after an advert', () => {
    expect(page(`<div class="ad-wrapper article-comments">${article}</div>`).paragraphs).toHaveLength(3);
  });

  it('ends where the site’s own text does', () => {
    const note = 'The Paper has belonged to the people of the harbour since 1904, and to nobody else since then.';
    const body = [first, second, third].join(' ');
    expect(page(`<main>${article}<p>${note}</p></main>`).paragraphs).toContain(note);
    const marked = page(`<main>${article}<p>${note}</p></main>`, ld({ '@type': 'NewsArticle', articleBody: body }));
    expect(marked.paragraphs).toEqual([first, second, third]);
  });

  it('is that of the structured data where the page shows none', () => {
    const body = `<p>${first}</p><p>${second}</p><p>${third}</p>`;
    const scripted = page('<div id=root></div>', ld({ '@type': 'NewsArticle', headline: 'Ferry', articleBody: body }));
    expect(scripted.paragraphs).toEqual([first, second, third]);
  });

  it('is found in the scripts that draw the page', () => {
    const long = article.repeat(2).replaceAll('Saturday', 'Sunday') + article;
    const state = JSON.stringify({ a: 'x"y', content: long }).replaceAll('<', '\\u003c');
    expect(page(`<div id=root></div><script>window.state = ${state}; var b = "\\"</script>`).paragraphs).toContain(
      first,
    );
  });

  it('begins with the paragraph that stands apart above it', () => {
    const lead = 'After eleven weeks in dock the ferry is back, and the islanders have one more reason to smile.';
    const apart = page(
      `<header class="page-top"><h1>Ferry sails</h1><p>${lead}</p></header><article>${article}</article>`,
      `<meta name=description content="${lead.slice(0, 80)}">`,
    );
    expect(apart.paragraphs).toEqual([lead, first, second, third]);
  });

  it('may be parted into several containers', () => {
    const part = (text: string) =>
      `<div class="x"><div class="article-body"><p>${text}</p><p>So it is said: ${text}</p></div></div>`;
    const parts = page(`<main>${part(first)}<div class=ad>Advert</div>${part(second)}<hr>${part(third)}</main>`);
    expect(parts.paragraphs).toHaveLength(6);
  });

  it('keeps sentences that begin like a label', () => {
    const sources = 'Sources close to the harbour master say that the dock had promised to be done a month before.';
    const more = 'More than two hundred people stood on the quay when the ferry came in, and some of them sang.';
    const watch = 'Watch the quay long enough, an old saying of the island goes, and everything comes by in the end.';
    const shown = page(`<article>${article}<p>${sources}</p><p>${more}</p><p>${watch}</p></article>`);
    expect(shown.paragraphs.slice(3)).toEqual([sources, more, watch]);
  });

  it.each([
    [
      'ja',
      'スタンウィック行きのフェリーが十一週間の修理を終え、土曜日に運航を再開した。',
      '港長によると、正午の出航時には四十台の車と二百人の乗客が乗っていたという。',
      '続きを読む',
    ],
    [
      'ko',
      '스탠윅행 여객선이 11주 동안의 수리를 마치고 토요일에 운항을 다시 시작했다고 항만 당국이 밝혔다.',
      '항만장은 정오에 출항할 때 차량 마흔 대와 승객 이백 명이 타고 있었다고 기자들에게 말했다.',
      '관련기사',
    ],
    [
      'zh-Hans',
      '开往斯坦威克的渡轮在船坞停留了十一个星期之后，于星期六重新开航，岛上的居民都松了一口气。',
      '港务长表示，渡轮中午出发的时候，船上载有四十辆汽车和两百名乘客，天气晴朗，海面平静。',
      '相关阅读',
    ],
    [
      'ar',
      'أبحرت العبارة المتجهة إلى ستانويك مرة أخرى يوم السبت بعد أحد عشر أسبوعا قضتها في حوض المدينة.',
      'وقال مدير الميناء إن أربعين سيارة ومئتي شخص كانوا على متنها عندما غادرت الرصيف عند الظهر.',
      'اقرأ المزيد',
    ],
  ])('is read in %s', (language, one, two, label) => {
    const shown = read(
      `<html lang="${language}" dir=auto><title>x</title><body><article><p>${one}</p><p>${label}</p><p>${two}</p></article>`,
    );
    expect(shown).toMatchObject({ language, paragraphs: [one, two] });
  });

  it('is decoded by what the page itself declares', () => {
    const html = `<html><head><meta charset="windows-1252"><title>F\u00e4hre</title></head><body>${article.replace('town', 'B\u00fclow')}`;
    const bytes = new Uint8Array(Buffer.from(html, 'latin1'));
    const shown = readArticle({ bytes, contentType: 'text/html', contentLanguage: null, url });
    expect(shown.title).toBe('Fähre');
    expect(shown.paragraphs[0]).toContain('Bülow');
  });
});

describe('paywalls', () => {
  it.each([
    ['structured data', ld({ '@type': 'NewsArticle', headline: 'Ferry', isAccessibleForFree: 'False' }), ''],
    [
      'a closed part',
      ld({
        '@type': 'NewsArticle',
        headline: 'Ferry',
        hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paid' },
      }),
      '',
    ],
    ['a locked tier', '<meta property="article:content_tier" content="locked">', ''],
    ['a wall after a few paragraphs', '', '<div class="paywall">Subscribe to read on</div>'],
  ])('are told by %s', (_by, head, wall) => {
    expect(read(`<head><title>Ferry</title>${head}</head><article>${article}</article>${wall}`).isPaywalled).toBe(true);
  });

  it('are none where the page says that it is free, or shows it all', () => {
    const free = ld({ '@type': 'NewsArticle', headline: 'Ferry', isAccessibleForFree: true });
    const wall = '<div class="paywall hidden"></div>';
    expect(read(`<head><title>Ferry</title>${free}</head>${article}${wall}`).isPaywalled).toBe(false);
    const long = Array.from({ length: 20 }, (_, at) => `<p>${first} ${at}</p>`).join('');
    expect(read(`<title>Ferry</title><article>${long}</article>${wall}`).isPaywalled).toBe(false);
  });
});

describe('hostile pages', () => {
  const pieces = [
    '<p>',
    '<p',
    '<div>',
    '<b>',
    '<li><ul>',
    '<meta ',
    '<title>',
    '<article class="article-body">',
    '<meta property="a" content="',
    '</p',
    '<!--',
    '<script>',
    '<script>"',
    '<script type="application/ld+json">[[',
    '<a href="x">y</a>',
    '<table><tr><td>',
    '&amp;',
    'İ',
  ];

  it.each(pieces)('of very many %s are read or refused, and neither takes long', (piece) => {
    const outcome = settled(() => read(`<title>x</title><meta name=description content="y">${piece.repeat(2_000)}`));
    if (outcome instanceof Error) expect(outcome).toMatchObject({ name: 'FeedError', reason: 'too large' });
    else expect(outcome.paragraphs.join('').length).toBeLessThanOrEqual(40_000);
  });

  it('of endless text give no more than is kept', () => {
    const endless = Array.from({ length: 600 }, (_, at) => `<p>${at} ${first}</p>`).join('');
    const { paragraphs } = read(`<title>x</title><article>${endless}</article>`);
    expect(paragraphs.join('').length).toBeLessThanOrEqual(40_000);
    expect(paragraphs.length).toBeGreaterThan(100);
  });

  it('whose structured data is broken, deep or of the wrong kind are read all the same', () => {
    for (const data of [
      '{',
      '[[[[[[[[{}]]]]]]]]',
      '{"@type":"NewsArticle","headline":{"a":1},"author":[[]],"articleBody":7}',
    ]) {
      const html = `<head><title>x</title><script type="application/ld+json">${data}</script></head>${article}`;
      expect(read(html)).toMatchObject({ title: 'x', paragraphs: [first, second, third] });
    }
  });

  function settled<T>(run: () => T): T | Error {
    try {
      return run();
    } catch (error) {
      return error as Error;
    }
  }
});

it.each([
  ['without head and body', `<html lang="de"><title>Fähre</title>${article}`],
  ['without body', `<!doctype html><html lang="de"><head><title>Fähre</title></head>${article}</html>`],
  ['without html', `<head><title>Fähre</title><meta property="og:locale" content="de_DE"></head>${article}`],
  ['with something before it', `<meta property="og:locale" content="de"><html><title>Fähre</title>${article}`],
])('a page %s says what it is written in', (_what, html) => {
  expect(read(html)).toMatchObject({ title: 'Fähre', language: 'de', paragraphs: [first, second, third] });
});
