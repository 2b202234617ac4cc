import { expect, it } from 'vitest';
import { typedAddress } from '../../src/news/typedAddress.ts';

it.each([
  ['https://paper.example/feed.xml', 'https://paper.example/feed.xml'],
  ['  http://paper.example/?a=1#top ', 'http://paper.example/?a=1#top'],
  ['<https://paper.example/>', 'https://paper.example/'],
  ['paper.example', 'https://paper.example/'],
  ['www.paper.example/news?page=2', 'https://www.paper.example/news?page=2'],
  ['paper.example:8080/feed', 'https://paper.example:8080/feed'],
  ['zeitung-köln.example', 'https://xn--zeitung-kln-zfb.example/'],
  ['feed://paper.example/rss', 'https://paper.example/rss'],
  ['feed:https://paper.example/rss', 'https://paper.example/rss'],
  ['feed:http://paper.example/rss', 'http://paper.example/rss'],
  ['@ada@social.example', 'https://social.example/@ada'],
  ['ada@social.example', 'https://social.example/@ada'],
  ['r/worldnews', 'https://www.reddit.com/r/worldnews'],
  ['/u/ada/', 'https://www.reddit.com/u/ada'],
  ['http://localhost:4280/feed', 'http://localhost:4280/feed'],
])('%s is %s', (typed, address) => {
  expect(typedAddress(typed)).toBe(address);
});

it.each([
  '',
  'the harbour paper',
  'harbour',
  'https://',
  'ftp://paper.example/feed',
  'javascript:alert(1)',
  'mailto:ada@paper.example',
  'data:text/xml,<rss/>',
  '...',
  '@ada',
])('%o is no address', (typed) => {
  expect(typedAddress(typed)).toBeNull();
});
