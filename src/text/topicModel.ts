import { GramRows } from './gramRows.ts';
import { featuresEdition, type TopicFeatures } from './topicFeatures.ts';

/** Steps of AdaGrad, and what every gram has had before its first. */
const rate = 0.7;
const firstSlope = 0.003;
/** Lidstone's, for the labels that a gram has not been seen with. */
const smoothing = 0.5;
/** A gram weighs as much as it tells of the label, to this power; and as if it had been seen so often without telling. */
const tellingPower = 0.4;
const untold = 5;
const leastTelling = 0.05;
/** Steps of the two scales, and after how many examples what they were learned from counts half. */
const scaleRate = 0.1;
const scaleMemory = 0.999;
/** Large scores overstate: before they are added, each is divided by this power of its size. */
const tempering = 0.15;
/** Nothing is said before as many examples as this. */
const fewestExamples = 20;

/**
 * Which label a text bears: a linear model over hashed n-grams that learns from one example after another, in every
 * language at once. A gram weighs by how rare it is and by how much it has told of the label (the divergence of the
 * labels it was seen with from all labels). Two scores that are good at different sizes, naive Bayes of the complement
 * (few examples) and multinomial logistic regression with AdaGrad (many), are added in proportions learned from how each
 * would have judged every example before it was learned; the same proportions make the probabilities true ones.
 *
 * @see Rennie, Shih, Teevan and Karger, Tackling the Poor Assumptions of Naive Bayes Text Classifiers (2003), 4
 * @see Wang and Manning, Baselines and Bigrams (2012): counts of naive Bayes as scales of the features
 * @see Duchi, Hazan and Singer, Adaptive Subgradient Methods (2011)
 */
export class TopicModel {
  readonly labels: readonly string[];
  readonly #rows: GramRows;
  #textCount = 0;
  /** By label: the examples, and the grams in them. */
  #examplesOf: Float64Array;
  #gramsOf: Float64Array;
  #scales = { regression: 1, bayes: 1, regressionSlope: 1, bayesSlope: 1 };
  #examples = new Map<string, number>();

  constructor(labels: readonly string[]) {
    this.labels = labels;
    this.#rows = new GramRows(labels.length);
    this.#examplesOf = new Float64Array(labels.length);
    this.#gramsOf = new Float64Array(labels.length);
  }

  /** From how many texts of a language it has learned. */
  examplesIn(language: string): number {
    return this.#examples.get(language) ?? 0;
  }

  /** Learns how common things are, from any text. Once for each, before {@link learn}, which learns of nothing else. */
  observe({ grams }: TopicFeatures): void {
    this.#textCount = (this.#textCount + 1) * this.#rows.count(grams);
  }

  /** @param label  one of `labels` */
  learn(features: TopicFeatures, label: string, language: string): void {
    const target = this.labels.indexOf(label);
    if (target < 0) throw new RangeError(`${label} is none of this model's labels`);
    const rows = this.#rows.find(features.grams);
    const values = this.#valuesOf(features, rows);
    const regression = this.#regressionOf(rows, values);
    this.#learnScales(tempered(regression), tempered(this.#bayesOf(rows, values)), target);
    this.#learnRegression(rows, values, regression, target);
    this.#learnBayes(rows, target);
    this.#examples.set(language, this.examplesIn(language) + 1);
  }

  /** The probability of each label, in the order of `labels`; they add up to 1. */
  probabilities(features: TopicFeatures): Float64Array {
    const rows = this.#rows.find(features.grams);
    const values = this.#valuesOf(features, rows);
    return this.#mixed(tempered(this.#regressionOf(rows, values)), tempered(this.#bayesOf(rows, values)));
  }

  /** TF-IDF, times what each gram tells, of length 1. */
  #valuesOf({ counts }: TopicFeatures, rows: Int32Array): Float32Array {
    const { texts } = this.#rows;
    const shares = this.#shares();
    const values = counts.map((count, index) => {
      const row = rows[index]!;
      const rarity = Math.log(1 + this.#textCount / ((row < 0 ? 0 : texts[row]!) + 1));
      return count * rarity * Math.max(leastTelling, row < 0 ? 0 : this.#toldBy(row, shares)) ** tellingPower;
    });
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
    return values.map((value) => value / length);
  }

  /** Of each label, its share of the examples. */
  #shares(): Float64Array {
    const all = this.#examplesOf.reduce((sum, examples) => sum + examples, 0);
    return this.#examplesOf.map((examples) => (examples + 1) / (all + this.labels.length));
  }

  /** The Kullback-Leibler divergence of the labels that a gram was seen with from all labels, in nats. */
  #toldBy(row: number, shares: Float64Array): number {
    const { seen } = this.#rows;
    const from = row * shares.length;
    const all = this.#seenIn(row);
    if (all === 0) return 0;
    let told = 0;
    let unseen = 1;
    for (let label = 0; label < shares.length; label++) {
      const times = seen[from + label]!;
      if (times === 0) continue;
      const share = shares[label]!;
      told += (times + untold * share) * Math.log(times / share + untold);
      unseen -= share;
    }
    return (told + untold * unseen * Math.log(untold)) / (all + untold) - Math.log(all + untold);
  }

  #seenIn(row: number): number {
    const { seen } = this.#rows;
    const end = (row + 1) * this.labels.length;
    let sum = 0;
    for (let at = row * this.labels.length; at < end; at++) sum += seen[at]!;
    return sum;
  }

  #regressionOf(rows: Int32Array, values: Float32Array): Float64Array {
    const scores = new Float64Array(this.labels.length);
    const { weights } = this.#rows;
    for (let index = 0; index < rows.length; index++) {
      if (rows[index]! < 0) continue;
      const from = rows[index]! * scores.length;
      const value = values[index]!;
      for (let label = 0; label < scores.length; label++) scores[label]! += value * weights[from + label]!;
    }
    return centred(scores);
  }

  #bayesOf(rows: Int32Array, values: Float32Array): Float64Array {
    const scores = new Float64Array(this.labels.length);
    const { seen, size } = this.#rows;
    const smoothed = smoothing * size;
    const all = this.#gramsOf.reduce((sum, grams) => sum + grams, 0);
    let mass = 0;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      const inAll = row < 0 ? 0 : this.#seenIn(row);
      if (inAll === 0) continue;
      const value = values[index]!;
      const from = row * scores.length;
      const absent = Math.log(inAll + smoothing);
      mass += value;
      for (let label = 0; label < scores.length; label++) {
        const times = seen[from + label]!;
        if (times > 0) scores[label]! += value * (absent - Math.log(inAll - times + smoothing));
      }
    }
    for (let label = 0; label < scores.length; label++) {
      scores[label]! += mass * Math.log(all - this.#gramsOf[label]! + smoothed || 1);
    }
    return centred(scores);
  }

  #mixed(regression: Float64Array, bayes: Float64Array): Float64Array {
    const { regression: one, bayes: other } = this.#scales;
    return softmax(regression.map((score, label) => one * score + other * bayes[label]!));
  }

  #learnScales(regression: Float64Array, bayes: Float64Array, target: number): void {
    if (this.#textCount < fewestExamples) return;
    const scales = this.#scales;
    const errors = this.#mixed(regression, bayes);
    errors[target]! -= 1;
    const along = (scores: Float64Array) => errors.reduce((sum, error, label) => sum + error * scores[label]!, 0);
    const [one, other] = [along(regression), along(bayes)];
    scales.regressionSlope = scales.regressionSlope * scaleMemory + one * one;
    scales.bayesSlope = scales.bayesSlope * scaleMemory + other * other;
    scales.regression = Math.max(0, scales.regression - (scaleRate * one) / Math.sqrt(scales.regressionSlope));
    scales.bayes = Math.max(0, scales.bayes - (scaleRate * other) / Math.sqrt(scales.bayesSlope));
  }

  #learnRegression(rows: Int32Array, values: Float32Array, scores: Float64Array, target: number): void {
    const errors = softmax(scores);
    errors[target]! -= 1;
    const square = errors.reduce((sum, error) => sum + error * error, 0);
    const { slopes, weights } = this.#rows;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      if (row < 0) continue;
      const value = values[index]!;
      slopes[row]! += square * value * value;
      const step = (rate * value) / Math.sqrt(firstSlope + slopes[row]!);
      const from = row * errors.length;
      for (let label = 0; label < errors.length; label++) weights[from + label]! -= step * errors[label]!;
    }
  }

  #learnBayes(rows: Int32Array, target: number): void {
    this.#examplesOf[target]! += 1;
    for (const row of rows) {
      if (row < 0) continue;
      this.#rows.see(row, target);
      this.#gramsOf[target]! += 1;
    }
  }

  /** What it has learned, in about a byte a number; {@link TopicModel.from} goes on from it. */
  toBytes(): Uint8Array {
    const { size, grams, texts, slopes, seen, weights } = this.#rows;
    const head = new TextEncoder().encode(
      JSON.stringify({
        labels: this.labels,
        featuresEdition,
        size,
        textCount: this.#textCount,
        examplesOf: [...this.#examplesOf],
        gramsOf: [...this.#gramsOf],
        scales: this.#scales,
        examples: [...this.#examples],
      }),
    );
    return joined([
      new Uint8Array(Uint32Array.of(head.length).buffer),
      head,
      new Uint8Array(grams.slice(0, size).buffer),
      ...[texts.subarray(0, size), slopes.subarray(0, size)].map(packed),
      ...[seen, weights].map((numbers) => packed(numbers.subarray(0, size * this.labels.length))),
    ]);
  }

  /** @returns null when the bytes are of other labels, or of another edition of the features */
  static from(bytes: Uint8Array, labels: readonly string[]): TopicModel | null {
    const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength)));
    if (head.featuresEdition !== featuresEdition || JSON.stringify(head.labels) !== JSON.stringify(labels)) return null;
    const model = new TopicModel(labels);
    const rows = model.#rows;
    let at = 4 + headLength;
    const next = (length: number) => {
      at += length;
      return bytes.subarray(at - length, at);
    };
    for (const gram of new Uint32Array(next(4 * head.size).slice().buffer)) rows.add(gram);
    for (const array of [rows.texts, rows.slopes]) unpack(next(head.size), array);
    for (const array of [rows.seen, rows.weights]) unpack(next(head.size * labels.length), array);
    model.#textCount = head.textCount;
    model.#examplesOf = Float64Array.from(head.examplesOf);
    model.#gramsOf = Float64Array.from(head.gramsOf);
    model.#scales = head.scales;
    model.#examples = new Map(head.examples);
    return model;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function centred(scores: Float64Array): Float64Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return scores.map((score) => score - mean);
}

function tempered(scores: Float64Array): Float64Array {
  const size = Math.sqrt(scores.reduce((sum, score) => sum + score * score, 0) / scores.length) || 1;
  return scores.map((score) => score / size ** tempering);
}

function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** A byte holds the sign and the logarithm: within 8 % from a hundredth to a million, and zero as zero. */
const perOctave = 4.5;
const smallest = 1 / 256;

function packed(numbers: Numbers): Uint8Array {
  const bytes = new Uint8Array(numbers.length);
  const one = new Float32Array(1);
  const bits = new Uint32Array(one.buffer);
  for (let index = 0; index < bytes.length; index++) {
    one[0] = numbers[index]!;
    bytes[index] = byteOfUpperHalf[bits[0]! >>> 16]!;
  }
  return bytes;
}

type Numbers = Float32Array | Uint16Array;

/** A number's byte, by the upper half of its bits: what the lower half adds is less than a step. */
const byteOfUpperHalf = Uint8Array.from({ length: 2 ** 16 }, (_, half) => {
  const number = new Float32Array(Uint32Array.of(half << 16).buffer)[0] as number;
  const size = Math.min(127, Math.round(perOctave * Math.log2(1 + Math.abs(number) / smallest)));
  return number < 0 ? size + 128 : size;
});

function unpack(bytes: Uint8Array, numbers: Numbers): void {
  const sizes = Float32Array.from({ length: 128 }, (_, size) => smallest * (2 ** (size / perOctave) - 1));
  const isWhole = numbers instanceof Uint16Array;
  for (let index = 0; index < bytes.length; index++) {
    const size = sizes[bytes[index]! & 127]!;
    numbers[index] = isWhole ? Math.round(size) : bytes[index]! > 127 ? -size : size;
  }
}
