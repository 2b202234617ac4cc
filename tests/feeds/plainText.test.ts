import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLine, plainText } from '../../src/feeds/plainText.ts';

test.each([
  ['<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
  ['One.<br>Two.<br/><br/>Three.', 'One.\nTwo.\n\nThree.'],
  ['  folded \n  white\tspace&nbsp;here ', 'folded white space here'],
  ['No tags.\n\nBut paragraphs.', 'No tags.\n\nBut paragraphs.'],
  ['AT&amp;amp;T', 'AT&amp;T'],
  ['a < b, x<y and <3', 'a < b, x<y and <3'],
  ['<script>if (a < b) alert("x")</script>kept<style>p{}</style>', 'kept'],
  ['<b>bo</b>ld <i>and</i> more', 'bold and more'],
  ['<img src="x.png" alt="5 > 4">text', 'text'],
  ['<!-- hidden > --> shown <![CDATA[ raw & <b> ]]>', 'shown raw & <b>'],
  ['<p>Story.</p><p><a href="/x">Read more »</a></p>', 'Story.'],
  ['<p>本文です。<a href="/x">続きを読む</a></p>', '本文です。'],
  ['<p>Story [&#8230;]</p><p>The post <a href="x">Title</a> appeared first on <a href="y">Site</a>.</p>', 'Story…'],
  ['<ul><li>One</li><li>Two</li></ul>', 'One\nTwo'],
  ['cut off <a href="http://x', 'cut off'],
  ['before <!-- cut off > after', 'before after'],
  ['what is <!DOCTYPE', 'what is <!DOCTYPE'],
  ['<blink>old</blink> tags', 'old tags'],
  ['<td>one</td><td>two</td>', 'one two'],
  ['One.<p></p><br><p>Two.</p>', 'One.\n\nTwo.'],
  ['one <a href="/x">more</a> two', 'one two'],
  ['soft\u00adhyphen \u0000null', 'softhyphen null'],
  ['👩‍👩‍👧 stays', '👩‍👩‍👧 stays'],
])('%j', (html, text) => {
  expect(plainText(html)).toBe(text);
});

test('a title or name may be what a link to read on is called', () => {
  expect(plainLine('More')).toBe('More');
});

test('a title is one line', () => {
  expect(plainLine('<p>One</p>\n<p>line</p>')).toBe('One line');
});

test('never throws, leaves no white space to fold and no broken characters', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    ';',
    '<p>',
    '</p',
    '<br/>',
    '<!--',
    '-->',
    '<script',
    '<a href="',
    '&amp;',
    ' ',
    '\n',
    'é',
    '🦭',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
      const text = plainText(parts.join(''));
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/\n{3}| {2}/);
      expect(text.isWellFormed()).toBe(true);
    }),
  );
});
