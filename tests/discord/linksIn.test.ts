import { expect, it } from 'vitest';
import { linksIn } from '../../src/discord/linksIn.ts';

const inContent = (content: string) => linksIn({ content, embeds: [] });

it.each([
  ['Look: https://a.example/news, and http://b.example.', ['https://a.example/news', 'http://b.example']],
  ['[this](https://a.example/x) and (https://a.example/y)!', ['https://a.example/x', 'https://a.example/y']],
  [
    'https://a.example/Bridge_(film) (see https://a.example/Ship_(film))',
    ['https://a.example/Bridge_(film)', 'https://a.example/Ship_(film)'],
  ],
  [
    '<https://a.example/quiet> ||https://a.example/hidden|| **https://a.example/bold**',
    ['https://a.example/quiet', 'https://a.example/hidden', 'https://a.example/bold'],
  ],
  ['詳しくはhttps://a.example/橋。続報は「https://b.example/」', ['https://a.example/橋', 'https://b.example/']],
  ['HTTPS://A.example/?q=1&b=2#part twice: HTTPS://A.example/?q=1&b=2#part', ['HTTPS://A.example/?q=1&b=2#part']],
  [
    'https://discord.com/channels/1/2/3 https://cdn.discordapp.com/a.png https://discord.gg/x https://discord.community/y',
    ['https://discord.community/y'],
  ],
  ['no link, ftp://a.example, a.example/x, javascript:alert(1), https://, https://)))', []],
])('%s', (content, links) => {
  expect(inContent(content)).toEqual(links);
});

it('looks at what a message shows of other pages after what it says', () => {
  const embeds = [
    {
      title: 'https://a.example/title',
      url: 'https://a.example/url',
      description: '[Story](https://a.example/described) and https://a.example/said',
      fields: [{ name: 'More', value: 'https://a.example/field' }],
      author: { url: 'https://a.example/author' },
    },
    { title: null, url: null, description: null, fields: [], author: null },
    {},
  ];
  expect(linksIn({ content: 'https://a.example/said', embeds })).toEqual(
    ['said', 'url', 'title', 'described', 'field', 'author'].map((path) => `https://a.example/${path}`),
  );
});

it('comes to an end with whatever stands there', () => {
  expect(inContent(`https://a.example/${')'.repeat(4_000)}`)).toEqual(['https://a.example/']);
  expect(inContent('https://'.repeat(500))).toHaveLength(1);
});
