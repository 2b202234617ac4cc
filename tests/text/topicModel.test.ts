import fc from 'fast-check';
import { expect, test } from 'vitest';
import { featuresEdition, topicFeaturesOf } from '../../src/text/topicFeatures.ts';
import { TopicModel } from '../../src/text/topicModel.ts';

const subjects = {
  sport: ['goalkeeper saves a penalty', '選手が優勝した', '골키퍼가 막았다', 'الحارس يصد الكرة'],
  health: ['nurses give a vaccine', '病院で接種した', '병원에서 접종했다', 'المستشفى يعطي لقاحا'],
};
const labels = Object.keys(subjects);
const languages = ['en', 'ja', 'ko', 'ar'];
const featuresOf = (title: string) => topicFeaturesOf({ title, lead: '' });

/** A model that has read 40 texts of each subject and language. */
function aModel(): TopicModel {
  const model = new TopicModel(labels);
  for (let index = 0; index < 40; index++) {
    for (const [label, titles] of Object.entries(subjects)) {
      for (const [position, title] of titles.entries()) {
        const features = featuresOf(`${title} ${index}`);
        model.observe(features);
        model.learn(features, label, languages[position]!);
      }
    }
  }
  return model;
}

test.each([
  ['a penalty for the goalkeeper', 'sport'],
  ['the vaccines of a nurse', 'health'],
  ['優勝した選手', 'sport'],
  ['接種の病院', 'health'],
  ['골키퍼는', 'sport'],
  ['병원이', 'health'],
  ['كرة الحارس', 'sport'],
  ['لقاح في المستشفى', 'health'],
])('%s is about %s, in whatever script', (title, label) => {
  const model = aModel();
  expect(model.probabilities(featuresOf(title))[labels.indexOf(label)]).toBeGreaterThan(0.8);
});

test('what it has never seen is open, and so is everything before it has learned', () => {
  for (const model of [aModel(), new TopicModel(labels)]) {
    const [sport] = model.probabilities(featuresOf('xylophone'));
    expect(sport).toBeGreaterThan(0.3);
    expect(sport).toBeLessThan(0.7);
  }
});

test('it says how much it has read in a language', () => {
  expect([aModel().examplesIn('ja'), aModel().examplesIn('de')]).toEqual([80, 0]);
});

test('probabilities are true: of what it says with 70 %, about seven in ten are so', () => {
  const model = new TopicModel(labels);
  const judged: [number, boolean][] = [];
  let chance = 7;
  const next = () => {
    chance = (Math.imul(chance, 48_271) >>> 0) % 2_147_483_647;
    return chance / 2_147_483_647;
  };
  for (let index = 0; index < 6_000; index++) {
    const word = Math.floor(next() * 10);
    // Of every ten texts with the word n, n are about sport.
    const label = next() * 10 < word ? 'sport' : 'health';
    const features = featuresOf(`word${word} ${Math.floor(next() * 50)}`);
    if (index > 3_000) judged.push([model.probabilities(features)[0]!, label === 'sport']);
    model.observe(features);
    model.learn(features, label, 'en');
  }
  for (let from = 0; from < 1; from += 0.25) {
    const some = judged.filter(([probability]) => probability >= from && probability < from + 0.25);
    const said = some.reduce((sum, [probability]) => sum + probability, 0) / some.length;
    const was = some.filter(([, isSport]) => isSport).length / some.length;
    expect(Math.abs(said - was)).toBeLessThan(0.1);
  }
});

test('its bytes hold nearly all of it, and the same again; not for other labels', () => {
  const model = aModel();
  const again = TopicModel.from(model.toBytes(), labels)!;
  const features = featuresOf('a penalty for the goalkeeper');
  expect(again.probabilities(features)[0]).toBeCloseTo(model.probabilities(features)[0]!, 1);
  expect(again.examplesIn('ja')).toBe(80);
  expect(Buffer.compare(TopicModel.from(again.toBytes(), labels)!.toBytes(), again.toBytes())).toBe(0);
  expect(TopicModel.from(model.toBytes(), ['sport', 'arts'])).toBeNull();
});

test('what another edition of the features taught is not gone on with', () => {
  const edition = `"featuresEdition":${featuresEdition}`;
  const older = Buffer.from(aModel().toBytes());
  older.write(
    edition.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
    older.indexOf(edition),
  );
  expect(TopicModel.from(older, labels)).toBeNull();
});

test('it learns nothing of a label that it has not', () => {
  expect(() => aModel().learn(featuresOf('x'), 'arts', 'en')).toThrow(RangeError);
});

/** How much of what stands in one title stands in the other too. */
function shareOf(one: string, other: string): number {
  const [a, b] = [one, other].map((title) => new Set(featuresOf(title).grams)) as [Set<number>, Set<number>];
  return a.intersection(b).size / a.size;
}

test.each(['中国足球', '東京の銀行', 'นักวิทยาศาสตร์', '은행에서'])(
  '%s is more than its characters and pairs of them',
  (title) => {
    const characters = [...title];
    const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
    expect(shareOf(title, pairs.join(', '))).toBeLessThan(1);
  },
);

test.each([
  ['은행이', '은행에서는', '행에 에서 서는'],
  ['นักวิทยาศาสตร์', 'วิทยาศาสตร์', 'ตลาดหุ้นวันนี้'],
  ['goalkeepers', 'goalkeeper', 'keepersgoal'],
])('%s is more like %s than like %s', (title, like, unlike) => {
  expect(shareOf(title, like)).toBeGreaterThan(shareOf(title, unlike));
});

test('whatever a text holds, its grams are there once each, and few', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
      const { grams, counts } = featuresOf(title.repeat(20));
      expect(new Set(grams).size).toBe(grams.length);
      expect(counts.every((count) => count > 0 && Number.isFinite(count))).toBe(true);
      expect(grams.length).toBeLessThan(20_000);
    }),
  );
});
