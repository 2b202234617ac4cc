import { expect, it } from 'vitest';
import { knownFeeds } from '../../src/feeds/knownFeeds.ts';

const channel = 'UCabcdefghijklmnopqrstuv';

it.each([
  [
    `https://www.youtube.com/channel/${channel}/videos`,
    [`https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`],
  ],
  ['https://m.youtube.com/playlist?list=PL123', ['https://m.youtube.com/feeds/videos.xml?playlist_id=PL123']],
  ['https://old.reddit.com/r/worldnews/top/', ['https://www.reddit.com/r/worldnews/.rss']],
  ['https://reddit.com/u/ada', ['https://www.reddit.com/user/ada/.rss']],
  [
    'https://github.com/ada/engine/issues',
    [
      'https://github.com/ada/engine/releases.atom',
      'https://github.com/ada/engine/tags.atom',
      'https://github.com/ada/engine/commits.atom',
    ],
  ],
  ['https://github.com/ada', ['https://github.com/ada.atom']],
  [
    'https://gitlab.com/group/sub/engine/-/issues',
    ['https://gitlab.com/group/sub/engine/-/releases.atom', 'https://gitlab.com/group/sub/engine/-/tags?format=atom'],
  ],
  ['https://codeberg.org/ada', ['https://codeberg.org/ada.rss']],
  ['https://bsky.app/profile/ada.example', ['https://bsky.app/profile/ada.example/rss']],
  ['https://medium.com/@ada', ['https://medium.com/feed/@ada']],
  ['https://ada.medium.com/a-piece-1234', ['https://ada.medium.com/feed']],
  ['https://ada.substack.com/p/a-piece', ['https://ada.substack.com/feed']],
  ['https://ada.wordpress.com', ['https://ada.wordpress.com/feed/']],
  ['https://ada.blogspot.co.uk/2026/', ['https://ada.blogspot.co.uk/feeds/posts/default']],
  ['https://www.tumblr.com/ada', ['https://ada.tumblr.com/rss']],
  ['https://vimeo.com/ada', ['https://vimeo.com/ada/videos/rss']],
  ['https://arxiv.org/list/cs.CL/recent', ['https://rss.arxiv.org/rss/cs.CL']],
  ['https://social.example/@ada', ['https://social.example/@ada.rss']],
  ['https://social.example/users/ada', ['https://social.example/users/ada.rss']],
])('%s has its feeds at %j', (address, feeds) => {
  expect(knownFeeds(new URL(address))).toEqual(feeds);
});

it.each([
  'https://www.youtube.com/@ada',
  'https://www.reddit.com/',
  'https://github.com/',
  'https://github.com/about',
  'https://www.reddit.com/r/worldnews/.rss',
  'https://github.com/ada/engine/releases.atom',
  'https://www.substack.com/',
  'https://ada.substack.com/feed',
  'https://social.example/@ada.rss',
  'https://social.example/@ada/123456',
  'https://paper.example/news',
])('%s says nothing by itself, or is a feed already', (address) => {
  expect(knownFeeds(new URL(address))).toEqual([]);
});
