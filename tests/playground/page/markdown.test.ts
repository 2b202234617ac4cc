import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, plain } from '../../../src/discord/escape.ts';
import { formatTime } from '../../../src/playground/page/browser/markdown/formatTime.js';
import { type Inline, parseInline, webAddress } from '../../../src/playground/page/browser/markdown/parseInline.js';
import { type Block, parseMarkdown } from '../../../src/playground/page/browser/markdown/parseMarkdown.js';

const text = (value: string): Inline => ({ type: 'text', text: value });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });

describe('inline text', () => {
  it.each<[string, Inline[]]>([
    ['plain', [text('plain')]],
    ['**bold**', [{ type: 'strong', children: [text('bold')] }]],
    ['*it* and _it_', [em('it'), text(' and '), em('it')]],
    ['__under__', [{ type: 'underline', children: [text('under')] }]],
    ['~~gone~~', [{ type: 'strike', children: [text('gone')] }]],
    ['||secret||', [{ type: 'spoiler', children: [text('secret')] }]],
    ['***both***', [{ type: 'strong', children: [em('both')] }]],
    ['**a *b* c**', [{ type: 'strong', children: [text('a '), em('b'), text(' c')] }]],
    ['`a ** b`', [{ type: 'code', text: 'a ** b' }]],
    ['``a ` b``', [{ type: 'code', text: 'a ` b' }]],
    ['snake_case_word', [text('snake_case_word')]],
    ['2 * 3 * 4', [text('2 * 3 * 4')]],
    ['\\*no\\* \\[1\\]', [text('*no* [1]')]],
    ['**open', [text('**open')]],
    ['a\nb', [text('a'), { type: 'break' }, text('b')]],
    [
      '<@1> <@!2> <@&3> <#4>',
      [id('user', '1'), sp(), id('user', '2'), sp(), id('role', '3'), sp(), id('channel', '4')],
    ],
    ['</topics add:12>', [{ type: 'command', name: 'topics add', id: '12' }]],
    ['<t:100:R>', [{ type: 'time', seconds: 100, style: 'R' }]],
    ['<t:100>', [{ type: 'time', seconds: 100, style: 'f' }]],
    ['<:wave:123>', [{ type: 'emoji', name: 'wave', id: '123' }]],
    ['@everyone', [{ type: 'everyone', text: '@everyone' }]],
  ])('%s', (source, nodes) => {
    expect(parseInline(source)).toEqual(nodes);
  });

  it.each([
    ['[a](https://b.example/c)', 'https://b.example/c'],
    ['[a](<https://b.example/c>)', 'https://b.example/c'],
    ['[a](https://b.example/c "title")', 'https://b.example/c'],
    ['[a \\[1\\]](https://b.example/x_%28y%29)', 'https://b.example/x_%28y%29'],
    ['[a](https://b.example/x_(y))', 'https://b.example/x_(y)'],
    ['see https://b.example/c.', 'https://b.example/c'],
    ['(https://b.example/c)', 'https://b.example/c'],
    ['<https://b.example/c>', 'https://b.example/c'],
  ])('finds the address in %s', (source, url) => {
    expect(everyInline(parseInline(source)).find((node) => node.type === 'link')).toMatchObject({ url });
  });

  it.each(['[a](javascript:alert(1))', '[a](data:text/html,x)', '[a](//b.example)', '[a] (x)'])(
    'sees no link in %s',
    (source) => {
      expect(everyInline(parseInline(source)).some((node) => node.type === 'link' && node.url.length > 0)).toBe(false);
    },
  );
});

describe('blocks', () => {
  it.each<[string, Block[]]>([
    ['# One', [{ type: 'heading', level: 1, children: [text('One')] }]],
    ['### Three\nrest', [{ type: 'heading', level: 3, children: [text('Three')] }, paragraph(text('rest'))]],
    ['#hash', [paragraph(text('#hash'))]],
    ['-# small', [{ type: 'subtext', children: [text('small')] }]],
    ['> a\n> b\nc', [quote(paragraph(text('a'), { type: 'break' }, text('b'))), paragraph(text('c'))]],
    ['>>> a\nb', [quote(paragraph(text('a'), { type: 'break' }, text('b')))]],
    ['- a\n- b', [list(null, [paragraph(text('a'))], [paragraph(text('b'))])]],
    ['3. a\n4. b', [list(3, [paragraph(text('a'))], [paragraph(text('b'))])]],
    ['- a\n  - b', [list(null, [paragraph(text('a')), list(null, [paragraph(text('b'))])])]],
    ['```js\nlet a;\n```', [{ type: 'codeBlock', language: 'js', text: 'let a;' }]],
    ['x ```a``` y', [paragraph(text('x ')), { type: 'codeBlock', language: '', text: 'a' }, paragraph(text('y'))]],
    ['```open', [paragraph(text('```open'))]],
  ])('%j', (source, blocks) => {
    expect(parseMarkdown(source)).toEqual(blocks);
  });
});

describe('whatever the text is', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.constantFrom(
          ...[
            '*',
            '**',
            '_',
            '__',
            '~~',
            '||',
            '`',
            '```',
            '\n',
            '\\',
            '[',
            ']',
            '(',
            ')',
            '<',
            '>',
            '-# ',
            '> ',
            '>>> ',
          ],
          ...['# ', '- ', '1. ', '  - ', '<t:1:R>', '<@1>', '</a b:1>', 'https://a.example/', 'javascript:alert(1)'],
          ...['<img src=x onerror=alert(1)>', '<script>', '](', '"', '&lt;', '@everyone'],
        ),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('parsing ends, and every link leads to http or https', () => {
    fc.assert(
      fc.property(hostile, (source) => {
        for (const node of everyNode(parseMarkdown(source))) {
          if (node.type === 'link') expect(node.url).toMatch(/^https?:\/\//);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('no letter or digit is lost', () => {
    const marks = /[^\p{L}\p{N}]/gu;
    const words = fc.array(fc.constantFrom('w1', 'w2', 'w3', '**', '*', '_', '\n', '> ', '- ', '`', '||', '~~'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const source = parts.join(' ');
        const shown = everyNode(parseMarkdown(source))
          .flatMap((node) => ('text' in node ? [node.text] : []))
          .join('');
        expect(shown.replace(marks, '')).toBe(source.replace(marks, ''));
      }),
    );
  });

  it('what the bot escapes is shown as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (raw) => {
        const source = plain(raw, 200);
        const shown = everyNode(parseMarkdown(escaped(source)));
        const letters = shown.flatMap((node) => ('text' in node ? [node.text] : [])).join('');
        expect(shown.every((node) => ['paragraph', 'text'].includes(node.type))).toBe(true);
        expect(letters.replace(/[\s\u200b]/gu, '')).toBe(source.replace(/\s/gu, ''));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['*', '_', '**', '`', '||', '[', '[a](', '> ', '- ', '```', '<', '\\', '>>> '])(
    'a long run of %j takes no time',
    (part) => {
      const start = performance.now();
      parseMarkdown(part.repeat(Math.ceil(6000 / part.length)));
      expect(performance.now() - start).toBeLessThan(1000);
    },
  );

  it('only web addresses are opened', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['http', 'https', 'ftp', 'javascript', 'data', 'file'] }), (url) => {
        expect(webAddress(url) !== null).toBe(/^https?:/.test(url));
      }),
    );
  });
});

describe('timestamps', () => {
  const now = Date.UTC(2026, 10, 23, 12);

  it.each([
    [-7_200_000, 'en-US', '2 hours ago'],
    [-7_200_000, 'ja', '2 時間前'],
    [180_000, 'de', 'in 3 Minuten'],
    [-3 * 86_400_000, 'en-US', '3 days ago'],
  ])('%d ms from now in %s', (ms, locale, shown) => {
    expect(formatTime(now + ms, 'R', locale, now)).toBe(shown);
  });

  it('a date outside of time is a dash', () => {
    expect(formatTime(9e18, 'F', 'en-US', now)).toBe('—');
  });
});

function em(value: string): Inline {
  return { type: 'emphasis', children: [text(value)] };
}

function sp(): Inline {
  return text(' ');
}

function id(type: 'user' | 'role' | 'channel', value: string): Inline {
  return { type, id: value };
}

function quote(...children: Block[]): Block {
  return { type: 'quote', children };
}

function list(start: number | null, ...items: Block[][]): Block {
  return { type: 'list', start, items };
}

function everyInline(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node) => [node, ...('children' in node ? everyInline(node.children) : [])]);
}

function everyNode(nodes: readonly (Block | Inline)[]): (Block | Inline)[] {
  return nodes.flatMap((node) => [
    node,
    ...('children' in node ? everyNode(node.children) : []),
    ...('items' in node ? node.items.flatMap((item) => everyNode(item)) : []),
  ]);
}
