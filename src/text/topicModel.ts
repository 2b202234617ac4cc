import { bucketBits, featuresEdition, type TopicFeatures } from './topicFeatures.ts';

const bucketCount = 2 ** bucketBits;
/** Steps of AdaGrad, and what every bucket has had before its first. */
const rate = 1.5;
const firstGradient = 0.003;
/** Lidstone's, for the buckets that a label has not been seen with. */
const smoothing = 0.05;
/** Steps of the two scales, and after how many examples what they were learned from counts half. */
const scaleRate = 0.1;
const scaleMemory = 0.999;
/** Nothing is said before as many examples as this. */
const fewestExamples = 20;

/**
 * Which label a text bears: a linear model over hashed n-grams that learns from one example after another, in every
 * language at once. Two scores that are good at different sizes, naive Bayes of the complement (few examples) and
 * multinomial logistic regression with AdaGrad (many), are added in proportions learned from how each would have judged
 * every example before it was learned; the same proportions make the probabilities true ones.
 *
 * @see Rennie, Shih, Teevan and Karger, Tackling the Poor Assumptions of Naive Bayes Text Classifiers (2003), 4
 * @see Duchi, Hazan and Singer, Adaptive Subgradient Methods (2011)
 */
export class TopicModel {
  readonly labels: readonly string[];
  /** By bucket, then label. */
  #seen: Float32Array;
  #weights: Float32Array;
  #gradients = new Float32Array(bucketCount).fill(firstGradient);
  /** In how many texts a bucket stands. */
  #texts = new Float32Array(bucketCount);
  #textCount = 0;
  /** By bucket, and by label: sums of `#seen`. */
  #seenInBucket = new Float32Array(bucketCount);
  #seenOfLabel: Float64Array;
  #usedBuckets = 0;
  #scales = { regression: 1, bayes: 1, regressionSlope: 1, bayesSlope: 1 };
  #examples = new Map<string, number>();

  constructor(labels: readonly string[]) {
    this.labels = labels;
    this.#seen = new Float32Array(bucketCount * labels.length);
    this.#weights = new Float32Array(bucketCount * labels.length);
    this.#seenOfLabel = new Float64Array(labels.length);
  }

  /** From how many texts of a language it has learned. */
  examplesIn(language: string): number {
    return this.#examples.get(language) ?? 0;
  }

  /** Learns how common things are, from any text. Once for each, before {@link learn}. */
  observe({ buckets }: TopicFeatures): void {
    this.#textCount += 1;
    for (const bucket of buckets) this.#texts[bucket] = this.#texts[bucket]! + 1;
  }

  /** @param label  one of `labels` */
  learn(features: TopicFeatures, label: string, language: string): void {
    const target = this.labels.indexOf(label);
    if (target < 0) throw new RangeError(`${label} is none of this model's labels`);
    const values = this.#valuesOf(features);
    const regression = this.#regressionOf(features.buckets, values);
    this.#learnScales(regression, this.#bayesOf(features.buckets, values), target);
    this.#learnRegression(features.buckets, values, regression, target);
    this.#learnBayes(features.buckets, values, target);
    this.#examples.set(language, this.examplesIn(language) + 1);
  }

  /** The probability of each label, in the order of `labels`; they add up to 1. */
  probabilities(features: TopicFeatures): Float64Array {
    const values = this.#valuesOf(features);
    return this.#mixed(this.#regressionOf(features.buckets, values), this.#bayesOf(features.buckets, values));
  }

  /** TF-IDF of length 1. */
  #valuesOf({ buckets, counts }: TopicFeatures): Float32Array {
    const values = counts.map(
      (count, index) => count * Math.log(1 + this.#textCount / (this.#texts[buckets[index]!]! + 1)),
    );
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
    return values.map((value) => value / length);
  }

  #regressionOf(buckets: Uint32Array, values: Float32Array): Float64Array {
    const scores = new Float64Array(this.labels.length);
    for (let index = 0; index < buckets.length; index++) {
      const row = buckets[index]! * scores.length;
      const value = values[index]!;
      for (let label = 0; label < scores.length; label++) scores[label]! += value * this.#weights[row + label]!;
    }
    return centred(scores);
  }

  #bayesOf(buckets: Uint32Array, values: Float32Array): Float64Array {
    const scores = new Float64Array(this.labels.length);
    const smoothed = smoothing * this.#usedBuckets;
    const all = this.#seenOfLabel.reduce((sum, seen) => sum + seen, 0);
    let mass = 0;
    for (let index = 0; index < buckets.length; index++) {
      const bucket = buckets[index]!;
      const inBucket = this.#seenInBucket[bucket]!;
      if (inBucket === 0) continue;
      const value = values[index]!;
      const row = bucket * scores.length;
      const absent = Math.log(inBucket + smoothing);
      mass += value;
      for (let label = 0; label < scores.length; label++) {
        const seen = this.#seen[row + label]!;
        if (seen > 0) scores[label]! += value * (absent - Math.log(Math.max(0, inBucket - seen) + smoothing));
      }
    }
    for (let label = 0; label < scores.length; label++) {
      scores[label]! += mass * Math.log(all - this.#seenOfLabel[label]! + smoothed || 1);
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

  #learnRegression(buckets: Uint32Array, values: Float32Array, scores: Float64Array, target: number): void {
    const errors = softmax(scores);
    errors[target]! -= 1;
    const square = errors.reduce((sum, error) => sum + error * error, 0);
    for (let index = 0; index < buckets.length; index++) {
      const bucket = buckets[index]!;
      const value = values[index]!;
      this.#gradients[bucket]! += square * value * value;
      const step = (rate * value) / Math.sqrt(this.#gradients[bucket]!);
      const row = bucket * errors.length;
      for (let label = 0; label < errors.length; label++) this.#weights[row + label]! -= step * errors[label]!;
    }
  }

  #learnBayes(buckets: Uint32Array, values: Float32Array, target: number): void {
    for (let index = 0; index < buckets.length; index++) {
      const bucket = buckets[index]!;
      const value = values[index]!;
      if (this.#seenInBucket[bucket] === 0) this.#usedBuckets += 1;
      this.#seen[bucket * this.labels.length + target]! += value;
      this.#seenInBucket[bucket]! += value;
      this.#seenOfLabel[target]! += value;
    }
  }

  /** What it has learned, in about a byte a number; {@link TopicModel.from} goes on from it. */
  toBytes(): Uint8Array {
    const head = new TextEncoder().encode(
      JSON.stringify({
        labels: this.labels,
        bucketBits,
        featuresEdition,
        textCount: this.#textCount,
        scales: this.#scales,
        examples: [...this.#examples],
      }),
    );
    const length = new Uint8Array(new Uint32Array([head.length]).buffer);
    const parts = [
      length,
      head,
      packed(this.#texts),
      packed(this.#gradients),
      packed(this.#seen),
      packed(this.#weights),
    ];
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  /** @returns null when the bytes are of other labels, or of another edition of the features */
  static from(bytes: Uint8Array, labels: readonly string[]): TopicModel | null {
    const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength)));
    if (head.bucketBits !== bucketBits || head.featuresEdition !== featuresEdition) return null;
    if (JSON.stringify(head.labels) !== JSON.stringify(labels)) return null;
    const model = new TopicModel(labels);
    let at = 4 + headLength;
    for (const array of [model.#texts, model.#gradients, model.#seen, model.#weights]) {
      unpack(bytes.subarray(at, at + array.length), array);
      at += array.length;
    }
    model.#textCount = head.textCount;
    model.#scales = head.scales;
    model.#examples = new Map(head.examples);
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      for (let label = 0; label < labels.length; label++) {
        const seen = model.#seen[bucket * labels.length + label]!;
        model.#seenInBucket[bucket]! += seen;
        model.#seenOfLabel[label]! += seen;
      }
      if (model.#seenInBucket[bucket]! > 0) model.#usedBuckets += 1;
    }
    return model;
  }
}

function centred(scores: Float64Array): Float64Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return scores.map((score) => score - mean);
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

function packed(numbers: Float32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length);
  const bits = new Uint32Array(numbers.buffer);
  for (let index = 0; index < bits.length; index++) bytes[index] = byteOfUpperHalf[bits[index]! >>> 16]!;
  return bytes;
}

/** A number's byte, by the upper half of its bits: what the lower half adds is less than a step. */
const byteOfUpperHalf = Uint8Array.from({ length: 2 ** 16 }, (_, half) => {
  const number = new Float32Array(Uint32Array.of(half << 16).buffer)[0] as number;
  const size = Math.min(127, Math.round(perOctave * Math.log2(1 + Math.abs(number) / smallest)));
  return number < 0 ? size + 128 : size;
});

function unpack(bytes: Uint8Array, numbers: Float32Array): void {
  const sizes = Float32Array.from({ length: 128 }, (_, size) => smallest * (2 ** (size / perOctave) - 1));
  for (let index = 0; index < bytes.length; index++) {
    const size = sizes[bytes[index]! & 127]!;
    numbers[index] = bytes[index]! > 127 ? -size : size;
  }
}
