import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Keys, type Rung, recognise, titleKeyOf } from '../../src/news/identity.ts';

type Piece = Keys & { readonly name: string };

/** `ferry@/ferry g1`: the headline, the address and the guid (a dash: none) of a piece. */
function piece(written: string): Piece {
  const [, title = '', urlKey = '', guid] = /^(.*)@(\S+) (\S+)$/.exec(written) ?? [];
  return {
    name: written,
    title,
    urlKey,
    guidKey: guid === '-' ? null : (guid ?? null),
    titleKey: titleKeyOf(urlKey, title),
  };
}

/** What a source learns from documents, one after the other: how many pieces of each are new, and its rung then. */
function learn(...documents: readonly string[][]) {
  let known: Piece[] = [];
  let rung: Rung = 'guid';
  return documents.map((document) => {
    const found = recognise(document.map(piece), known, rung);
    rung = found.rung;
    const isNew = found.matches.filter(([, article]) => article === null).map(([each]) => each);
    const edited = new Map(found.matches.flatMap(([each, article]) => (article ? [[article, each] as const] : [])));
    known = [...known.map((article) => edited.get(article) ?? article), ...isNew];
    return { added: isNew.map(({ name }) => name), rung };
  });
}

/** How many pieces of the last document are new. */
function newIn(...documents: readonly string[][]): number {
  return learn(...documents).at(-1)?.added.length ?? 0;
}

const ferry = 'Ferry sails again@/ferry g1';
const bridge = 'Bridge inquiry opens@/bridge g2';
const choir = 'Choir wins a prize@/choir g3';
const vote = 'Council votes on water@/vote g4';

/** So many pieces, made from their number. */
function many(count: number, write: (number: number) => string, from = 0): string[] {
  return Array.from({ length: count }, (_, index) => write(index + from));
}

const words = ['harbour', 'tower', 'garden', 'school', 'river', 'museum', 'orchard', 'quarry', 'lighthouse', 'meadow'];
const headline = (number: number) =>
  `${words[number % 10]} ${words[(number * 7 + 3) % 10]} ${number} ${words[(number * 3 + 1) % 10]}`;

describe('what a feed does with what it had', () => {
  it('the same again, reordered, shrunk or back again brings nothing', () => {
    expect(newIn([ferry, bridge, choir], [choir, ferry, bridge])).toBe(0);
    expect(newIn([ferry, bridge, choir], [bridge])).toBe(0);
    expect(newIn([ferry, bridge, choir], [bridge], [vote, choir, ferry])).toBe(1);
  });

  it('an edited headline, at an address of its own or with a guid, stays the same piece', () => {
    expect(newIn([ferry], ['Ferry sails on Sunday@/ferry g1'])).toBe(0);
    expect(newIn(['Ferry sails again@/ferry -'], ['No ship today, and nobody knows why@/ferry -'])).toBe(0);
  });

  it('a piece that moves to another address with its guid stays the same', () => {
    expect(newIn([ferry], ['Ferry sails again@/news/ferry-sails g1'])).toBe(0);
    expect(newIn([ferry], ['Ferry sails again on Sunday@/news/ferry-sails g1'])).toBe(0);
  });

  it('a guid that changes with the headline, at one address, stays the same', () => {
    expect(newIn([ferry, bridge], ['Ferry sails again today@/ferry ferry-sails-again-today', bridge])).toBe(0);
  });

  it('a guid that comes, or goes, changes nothing', () => {
    expect(newIn(['Ferry sails again@/ferry -', bridge], [ferry, bridge])).toBe(0);
    expect(newIn([ferry, bridge], ['Ferry sails again@/ferry -', bridge])).toBe(0);
  });

  it('what is listed twice is one piece', () => {
    expect(newIn([ferry, ferry])).toBe(1);
    expect(newIn([ferry, 'Ferry sails again@/ferry -'])).toBe(1);
  });
});

describe('guids that say nothing', () => {
  it('one for all pieces: the addresses tell them apart, for good', () => {
    const one = many(5, (number) => `${headline(number)}@/${number} feed`);
    const two = many(5, (number) => `${headline(number)}@/${number} feed`, 1);
    const [first, second, third] = learn(one, two, [
      ...many(20, (number) => `${headline(number)}@/${number} g${number}`),
    ]);
    expect(first).toMatchObject({ rung: 'url', added: { length: 5 } });
    expect(second).toMatchObject({ rung: 'url', added: { length: 1 } });
    expect(third).toMatchObject({ rung: 'url', added: { length: 14 } });
  });

  it('one for all pieces of a document that holds only the latest', () => {
    const [, second, third] = learn(
      ['Ferry sails again@/1 feed'],
      ['Bridge inquiry opens@/2 feed'],
      ['Choir wins prize@/3 feed'],
    );
    expect([second?.added.length, third?.added.length]).toEqual([1, 1]);
  });

  it('a few bad ones of many leave the others as they are', () => {
    const good = many(58, (number) => `${headline(number)}@/${number} g${number}`);
    const bad = ['Ferry sails again@/a same', 'Bridge inquiry opens@/b same'];
    expect(learn([...good, ...bad], [...bad.toReversed(), ...good])).toMatchObject([
      { rung: 'guid', added: { length: 60 } },
      { rung: 'guid', added: { length: 0 } },
    ]);
  });

  it('one of a bad pair that comes back alone is known, and another one is new', () => {
    const good = many(58, (number) => `${headline(number)}@/${number} g${number}`);
    const bad = ['Ferry sails again@/a same', 'Bridge inquiry opens@/b same'];
    expect(newIn([...good, ...bad], [...good, bad[1]!])).toBe(0);
    expect(newIn([...good, ...bad], [...good, 'Choir wins a prize@/c same'])).toBe(1);
  });

  it('new ones with every poll: the addresses tell the pieces apart', () => {
    const at = (poll: number) => many(8, (number) => `${headline(number)}@/${number} ${poll}-${number}`, poll);
    expect(learn(at(0), at(1), at(2))).toMatchObject([
      { rung: 'guid', added: { length: 8 } },
      { rung: 'url', added: { length: 1 } },
      { rung: 'url', added: { length: 1 } },
    ]);
  });

  it('all new once, when the site gets another software', () => {
    const before = many(20, (number) => `${headline(number)}@/${number} g${number}`);
    const after = many(20, (number) => `${headline(number)}@/${number} https://new.example/?p=${number}`);
    expect(newIn(before, after)).toBe(0);
  });
});

describe('addresses that say nothing', () => {
  it('one for all pieces, and guids of their own', () => {
    const at = (from: number) => many(8, (number) => `${headline(number)}@home.example g${number}`, from);
    expect(learn(at(0), at(2))).toMatchObject([
      { rung: 'guid', added: { length: 8 } },
      { rung: 'guid', added: { length: 2 } },
    ]);
  });

  it('one for all pieces, also the headline, and guids of their own: a bulletin', () => {
    const at = (from: number) => many(8, (number) => `The news at this hour@home.example g${number}`, from);
    expect(learn(at(0), at(3))).toMatchObject([
      { rung: 'guid', added: { length: 8 } },
      { rung: 'guid', added: { length: 3 } },
    ]);
  });

  it('one for all pieces, and no guids: the headlines tell them apart', () => {
    const at = (from: number) => many(8, (number) => `${headline(number)}@home.example -`, from);
    expect(learn(at(0), at(1).toReversed())).toMatchObject([{ added: { length: 8 } }, { added: { length: 1 } }]);
    expect(newIn(at(0), at(3).slice(0, 1))).toBe(0);
    expect(newIn(at(0), at(9).slice(0, 1))).toBe(1);
  });

  it('one for two pieces of many: these by their headlines, the others still by address', () => {
    const good = many(10, (number) => `${headline(number)}@/${number} -`);
    const live = ['Storm reaches the coast@/live -', 'Trains stand still@/live -'];
    const edited = `An edited headline@/3 -`;
    expect(newIn([...good, ...live], [...good.with(3, edited), ...live])).toBe(0);
    expect(newIn([...good, ...live], [...good, live[1]!])).toBe(0);
    expect(newIn([...good, ...live], [...good, 'Storm reaches the coast today@/live -'])).toBe(0);
  });
});

it('a rung is never climbed again, and going down makes nothing new', () => {
  const good = many(20, (number) => `${headline(number)}@/${number} g${number}`);
  const bad = many(20, (number) => `${headline(number)}@/${number} same`);
  const worse = many(20, (number) => `${headline(number)}@home.example same`);
  const learned = learn(good, bad, good, worse, good);
  expect(learned.map(({ rung }) => rung)).toEqual(['guid', 'url', 'url', 'title', 'title']);
  expect(learned.map(({ added }) => added.length)).toEqual([20, 0, 0, 20, 0]);
});

it('whatever a document holds, the same again brings nothing new', () => {
  const some = (values: readonly string[]) => fc.constantFrom(...values);
  const anItem = fc
    .tuple(
      some([...words, 'Ferry sails again', 'Ferry sails today']),
      some(['/', '/a', '/b', '/c', '/d']),
      some(['-', 'g1', 'g2', 'g3', 'g4']),
    )
    .map(([title, url, guid]) => `${title}@${url} ${guid}`);
  const document = fc.array(anItem, { maxLength: 12 });
  fc.assert(
    fc.property(document, (items) => {
      expect(newIn(items, items)).toBe(0);
    }),
    { numRuns: 500 },
  );
});

it('with guids, or addresses, of their own, every piece is new exactly once, in whatever order it comes and goes', () => {
  const pick = fc.array(fc.uniqueArray(fc.nat(14), { minLength: 1 }), { minLength: 1, maxLength: 8 });
  const write = fc.constantFrom(
    (number: number) => `${headline(number)}@/${number} g${number}`,
    (number: number) => `${headline(number)}@/${number} -`,
    (number: number) => `${headline(number)}@home.example g${number}`,
    (number: number) => `${headline(number)}@/${number} feed`,
  );
  fc.assert(
    fc.property(pick, write, (later, form) => {
      const documents = [[0, 1, 2], ...later];
      const learned = learn(...documents.map((numbers) => numbers.map(form)));
      const added = learned.flatMap((each) => each.added);
      expect(new Set(added).size).toBe(added.length);
      expect(new Set(added)).toEqual(new Set(documents.flat().map(form)));
    }),
    { numRuns: 500 },
  );
});
