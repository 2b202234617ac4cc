/** What all rows may take together, in bytes, and rows when their number is first counted. */
const mostBytes = 2 ** 25;
const firstRows = 2 ** 10;
/** This share of the rows goes when there is room for no more, and what stays is worth this much less. */
const dropped = 1 / 4;
const fading = 0.99;
const mostSeen = 2 ** 16 - 1;

/** What one row takes: a number of each kind, and the slots of the table that lead to it. */
function bytesOfRow(labels: number): number {
  return 4 + 4 + 4 + 8 + labels * (2 + 4);
}

/**
 * What the topic model knows of every gram that it has met, a row each, in the order in which they came; found by open
 * addressing. Its memory grows by doubling and is bounded: when it is full, the grams that came least often go, of those
 * the oldest first, and how often the others came fades slowly, so that new ones can take the place of old ones.
 */
export class GramRows {
  /** The bound, in rows. */
  readonly most: number;
  readonly #labels: number;
  /** By slot: a row and 1, or 0. */
  #table = new Int32Array(2 * firstRows);
  #size = 0;
  grams = new Uint32Array(firstRows);
  /** In how many texts the gram stood, fading. */
  texts = new Float32Array(firstRows);
  /** Sums of squares of the slopes. */
  slopes = new Float32Array(firstRows);
  /** By row, then label: in how many texts of the label the gram stood; all of a row are halved when one is full. */
  seen: Uint16Array<ArrayBuffer>;
  /** By row, then label. */
  weights: Float32Array<ArrayBuffer>;

  /** @param most  of how many rows it has room; by default as many as 32 MiB hold */
  constructor(labels: number, most = Math.floor(mostBytes / bytesOfRow(labels))) {
    this.#labels = labels;
    this.most = most;
    this.seen = new Uint16Array(firstRows * labels);
    this.weights = new Float32Array(firstRows * labels);
  }

  get size(): number {
    return this.#size;
  }

  /** @returns the row of each gram, -1 for those without one */
  find(grams: Uint32Array): Int32Array {
    return Int32Array.from(grams, (gram) => this.#table[this.#slotOf(gram)]! - 1);
  }

  /**
   * Counts a text.
   *
   * @returns what the counts of earlier texts have faded to: 1, or less when it was full
   */
  count(grams: Uint32Array): number {
    let share = 1;
    for (const gram of grams) {
      let row = this.#table[this.#slotOf(gram)]! - 1;
      if (row < 0) {
        if (this.#size === this.most) {
          this.#dropRarest();
          share *= fading;
        }
        row = this.add(gram);
      }
      this.texts[row]! += 1;
    }
    return share;
  }

  /** Makes the row of a gram that has none yet; there is room for it. */
  add(gram: number): number {
    if (this.#size === this.grams.length) this.#grow();
    const row = this.#size;
    this.#size += 1;
    this.grams[row] = gram;
    this.#table[this.#slotOf(gram)] = this.#size;
    return row;
  }

  /** Counts a text of a label for a row. */
  see(row: number, label: number): void {
    const from = row * this.#labels;
    if (this.seen[from + label] === mostSeen) {
      for (let at = from; at < from + this.#labels; at++) this.seen[at]! >>= 1;
    }
    this.seen[from + label]! += 1;
  }

  /** Where the gram is, or is to be. */
  #slotOf(gram: number): number {
    const last = this.#table.length - 1;
    let slot = gram & last;
    while (this.#table[slot] !== 0 && this.grams[this.#table[slot]! - 1] !== gram) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const rows = Math.min(2 * this.grams.length, this.most);
    this.grams = grown(this.grams, new Uint32Array(rows));
    this.texts = grown(this.texts, new Float32Array(rows));
    this.slopes = grown(this.slopes, new Float32Array(rows));
    this.seen = grown(this.seen, new Uint16Array(rows * this.#labels));
    this.weights = grown(this.weights, new Float32Array(rows * this.#labels));
    // At most three quarters full.
    if (this.#table.length * 3 < rows * 4) this.#table = new Int32Array(2 * this.#table.length);
    this.#fillTable();
  }

  #dropRarest(): void {
    const count = Math.ceil(this.#size * dropped);
    const limit = this.texts.slice(0, this.#size).sort()[count - 1]!;
    let left = count;
    for (let row = 0; row < this.#size; row++) if (this.texts[row]! < limit) left -= 1;
    let to = 0;
    for (let row = 0; row < this.#size; row++) {
      const texts = this.texts[row]!;
      if (texts < limit) continue;
      if (texts === limit && left > 0) {
        left -= 1;
        continue;
      }
      this.#move(row, to);
      this.texts[to]! *= fading;
      to += 1;
    }
    this.texts.fill(0, to);
    this.slopes.fill(0, to);
    this.seen.fill(0, to * this.#labels);
    this.weights.fill(0, to * this.#labels);
    this.#size = to;
    this.#fillTable();
  }

  #move(row: number, to: number): void {
    if (row === to) return;
    this.grams[to] = this.grams[row]!;
    this.texts[to] = this.texts[row]!;
    this.slopes[to] = this.slopes[row]!;
    const labels = this.#labels;
    this.seen.copyWithin(to * labels, row * labels, (row + 1) * labels);
    this.weights.copyWithin(to * labels, row * labels, (row + 1) * labels);
  }

  #fillTable(): void {
    this.#table.fill(0);
    for (let row = 0; row < this.#size; row++) this.#table[this.#slotOf(this.grams[row]!)] = row + 1;
  }
}

function grown<Numbers extends Uint32Array | Float32Array | Uint16Array>(numbers: Numbers, larger: Numbers): Numbers {
  larger.set(numbers);
  return larger;
}
