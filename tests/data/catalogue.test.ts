import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Source {
  key: string;
  publisher: string;
  title: string;
  url: string;
  site: string;
  owner: string;
  country: string;
  language: string;
  topics: string[];
  kind: string;
}

interface Topic {
  key: string;
  qcode: string;
  emoji: string;
  colour: string;
  names: Record<string, string>;
}

const DATA = new URL('../../data/', import.meta.url);
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, DATA), 'utf8')) as T;

const TOPIC_KEYS = [
  'arts',
  'crime',
  'disaster',
  'economy',
  'education',
  'environment',
  'health',
  'human-interest',
  'labour',
  'lifestyle',
  'politics',
  'religion',
  'science',
  'society',
  'sport',
  'conflict',
  'weather',
];
const NAME_LANGUAGES = ['en', 'ja', 'ko', 'zh-Hans', 'zh-Hant', 'de', 'fr', 'es', 'pt', 'ar', 'ru'];
const WORD_LANGUAGES = ['en', 'ja', 'ko', 'zh', 'de', 'fr', 'es', 'pt', 'ar', 'ru'];
const KINDS = ['wire', 'press', 'public broadcaster', 'official', 'specialist'];
const FIELDS = ['key', 'publisher', 'title', 'url', 'site', 'owner', 'country', 'language', 'topics', 'kind'];

const sources = read<Source[]>('sources.json');
const topics = read<Topic[]>('topics.json');

const keysWhere = (wrong: (source: Source) => boolean): string[] => sources.filter(wrong).map((s) => s.key);
const repeated = (values: string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);
const primary = (source: Source): string => source.language.split('-')[0]!;
const sameAddress = (url: string): string =>
  url
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/$/, '')
    .toLowerCase();
const isHttp = (address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === '';
};

describe('sources.json', () => {
  it('has at least 280 feeds, each with exactly the agreed fields', () => {
    expect(sources.length).toBeGreaterThanOrEqual(280);
    expect(keysWhere((s) => Object.keys(s).join() !== FIELDS.join())).toEqual([]);
  });

  it('has no empty or untrimmed text', () => {
    const bad = (text: unknown) => typeof text !== 'string' || text === '' || text !== text.trim();
    expect(
      keysWhere((s) => [s.key, s.publisher, s.title, s.url, s.site, s.owner, s.country, s.language, s.kind].some(bad)),
    ).toEqual([]);
  });

  it('has unique kebab-case keys', () => {
    expect(keysWhere((s) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(s.key))).toEqual([]);
    expect(repeated(sources.map((s) => s.key))).toEqual([]);
  });

  it('has unique feed addresses, also apart from scheme, www and final slash', () => {
    expect(repeated(sources.map((s) => sameAddress(s.url)))).toEqual([]);
  });

  it('has only http(s) addresses', () => {
    expect(keysWhere((s) => !isHttp(s.url) || !isHttp(s.site))).toEqual([]);
  });

  it('takes feeds from publishers, not from news searches and proxies', () => {
    const proxy = /news\.google\.|rsshub|rss\.app|nitter|feedx\.net|assets\.wor\.jp|reddit\.com/;
    expect(keysWhere((s) => proxy.test(s.url))).toEqual([]);
  });

  it('uses feedburner only for CNA, which publishes no other feeds', () => {
    expect(keysWhere((s) => s.url.includes('feedburner') && s.publisher !== '中央社')).toEqual([]);
  });

  it('starts each title with its publisher', () => {
    expect(keysWhere((s) => !s.title.startsWith(s.publisher))).toEqual([]);
  });

  it('has valid countries, languages and kinds', () => {
    const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
    expect(keysWhere((s) => !/^[A-Z]{2}$/.test(s.country) || regions.of(s.country) === undefined)).toEqual([]);
    expect(
      keysWhere(
        (s) => Intl.getCanonicalLocales(s.language)[0] !== s.language || languages.of(s.language) === undefined,
      ),
    ).toEqual([]);
    expect(keysWhere((s) => s.language === 'zh')).toEqual([]);
    expect(keysWhere((s) => !KINDS.includes(s.kind))).toEqual([]);
  });

  it('has at most two topics for a feed, all known, none twice', () => {
    expect(keysWhere((s) => !Array.isArray(s.topics) || s.topics.length > 2)).toEqual([]);
    expect(keysWhere((s) => s.topics.some((t) => !TOPIC_KEYS.includes(t)))).toEqual([]);
    expect(keysWhere((s) => new Set(s.topics).size !== s.topics.length)).toEqual([]);
  });

  it('gives a publisher in one language one owner, kind and country', () => {
    const facts = new Map<string, string>();
    const differing = keysWhere((s) => {
      const id = `${s.publisher} ${s.language}`;
      const fact = `${s.owner} ${s.kind} ${s.country}`;
      if (!facts.has(id)) facts.set(id, fact);
      return facts.get(id) !== fact;
    });
    expect(differing).toEqual([]);
  });

  it('names the state as owner of state media', () => {
    const stateMedia = ['CGTN', '中国新闻网', 'TASS', 'TRT Haber', 'الأناضول', 'ANTARA', 'PAP', 'Agência Brasil'];
    for (const publisher of stateMedia) {
      const owners = sources.filter((s) => s.publisher === publisher).map((s) => s.owner);
      expect(owners, publisher).not.toEqual([]);
      expect(
        owners.filter((owner) => !/\bstate\b/.test(owner)),
        publisher,
      ).toEqual([]);
    }
  });

  it.each(TOPIC_KEYS)('has English sources of two owners for %s', (topic) => {
    const owners = sources.filter((s) => primary(s) === 'en' && s.topics.includes(topic)).map((s) => s.owner);
    expect(new Set(owners).size).toBeGreaterThanOrEqual(2);
  });

  it('has at least 18 languages', () => {
    expect(new Set(sources.map(primary)).size).toBeGreaterThanOrEqual(18);
  });

  it.each(['ja', 'ko', 'zh', 'de', 'fr', 'es', 'ar'])('covers %s with owners and topics', (language) => {
    const own = sources.filter((s) => primary(s) === language);
    const covered = new Set(own.flatMap((s) => s.topics));
    expect(own.length).toBeGreaterThanOrEqual(8);
    expect(new Set(own.map((s) => s.owner)).size).toBeGreaterThanOrEqual(8);
    expect(own.filter((s) => s.topics.length === 0).length).toBeGreaterThanOrEqual(3);
    expect(covered.size).toBeGreaterThanOrEqual(15);
    const core = ['economy', 'politics', 'sport', 'science', 'arts', 'society', 'health'];
    expect(core.filter((topic) => !covered.has(topic))).toEqual([]);
  });

  it('has both Chinese scripts', () => {
    for (const language of ['zh-Hans', 'zh-Hant']) {
      expect(sources.filter((s) => s.language === language).length, language).toBeGreaterThanOrEqual(8);
    }
  });

  it('reaches every continent', () => {
    const continents = {
      africa: ['ZA', 'KE', 'NG', 'GH', 'ET', 'MA', 'EG', 'DZ', 'CD'],
      americas: ['US', 'CA', 'MX', 'BR', 'AR', 'CL', 'CO', 'UY'],
      asia: ['JP', 'KR', 'CN', 'TW', 'HK', 'IN', 'ID', 'SG', 'PK', 'VN', 'TH', 'AE', 'QA', 'SA'],
      europe: ['GB', 'DE', 'FR', 'ES', 'IT', 'PL', 'UA', 'SE', 'NL', 'CH', 'AT'],
      oceania: ['AU', 'NZ'],
    };
    const present = new Set(sources.map((s) => s.country));
    for (const [continent, countries] of Object.entries(continents)) {
      expect(
        countries.filter((country) => !present.has(country)),
        continent,
      ).toEqual([]);
    }
  });
});

describe('topics.json', () => {
  it('lists the 17 IPTC topics in IPTC order', () => {
    expect(topics.map((t) => t.key)).toEqual(TOPIC_KEYS);
    expect(topics.map((t) => t.qcode)).toEqual(
      TOPIC_KEYS.map((_, i) => `medtop:${String(i + 1).padStart(2, '0')}000000`),
    );
  });

  it('has one emoji and one colour for each topic, none shared', () => {
    expect(topics.filter((t) => !/^\p{RGI_Emoji}$/v.test(t.emoji)).map((t) => t.key)).toEqual([]);
    expect(topics.filter((t) => !/^#[0-9A-F]{6}$/.test(t.colour)).map((t) => t.key)).toEqual([]);
    expect(repeated(topics.map((t) => t.emoji))).toEqual([]);
    expect(repeated(topics.map((t) => t.colour))).toEqual([]);
  });

  it('has colours that stand out from a dark and from a light background', () => {
    const luminance = (hex: string): number => {
      const [r, g, b] = [1, 3, 5]
        .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const contrast = (a: string, b: string): number => {
      const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
      return (high! + 0.05) / (low! + 0.05);
    };
    const weak = topics.filter((t) => contrast(t.colour, '#FFFFFF') < 2.4 || contrast(t.colour, '#313338') < 2.4);
    expect(weak.map((t) => `${t.key} ${t.colour}`)).toEqual([]);
  });

  it('has a short name in every language, no two topics alike', () => {
    for (const topic of topics) expect(Object.keys(topic.names), topic.key).toEqual(NAME_LANGUAGES);
    for (const language of NAME_LANGUAGES) {
      const names = topics.map((t) => t.names[language]!);
      expect(
        names.filter((name) => name.trim() === '' || name !== name.trim() || name.length > 24),
        language,
      ).toEqual([]);
      expect(repeated(names), language).toEqual([]);
    }
  });
});

describe('topic-words', () => {
  it('has a file for each of the ten languages and no other', () => {
    expect(readdirSync(new URL('topic-words/', DATA)).sort()).toEqual(WORD_LANGUAGES.map((l) => `${l}.json`).sort());
  });

  it.each(WORD_LANGUAGES)('has 25 to 45 words for every topic in %s', (language) => {
    const words = read<Record<string, string[]>>(`topic-words/${language}.json`);
    expect(Object.keys(words)).toEqual(TOPIC_KEYS);
    const counts = Object.entries(words).filter(([, list]) => list.length < 25 || list.length > 45);
    expect(counts.map(([topic, list]) => `${topic} ${list.length}`)).toEqual([]);
  });

  it.each(WORD_LANGUAGES)('has trimmed lower-case words, each under one topic only, in %s', (language) => {
    const list = Object.values(read<Record<string, string[]>>(`topic-words/${language}.json`)).flat();
    const cased = ['ja', 'ko', 'zh'].includes(language) ? [] : list.filter((word) => word !== word.toLowerCase());
    expect(cased).toEqual([]);
    expect(list.filter((word) => word === '' || word !== word.trim())).toEqual([]);
    expect(repeated(list)).toEqual([]);
  });

  it('has simplified and traditional forms in Chinese', () => {
    const words = read<Record<string, string[]>>('topic-words/zh.json');
    const pairs = {
      economy: '关税 關稅',
      politics: '选举 選舉',
      weather: '台风 颱風',
      sport: '足球 籃球',
      health: '医院 醫院',
    };
    for (const [topic, pair] of Object.entries(pairs)) {
      expect(words[topic], topic).toEqual(expect.arrayContaining(pair.split(' ')));
    }
  });
});
