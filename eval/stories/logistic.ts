/** A case to learn from. */
export type Case = { readonly values: readonly number[]; readonly isSo: boolean; readonly weight: number };

/** Weights by which values are summed; the bias comes last. */
export type Linear = readonly number[];

/**
 * Logistic regression with an L2 penalty (not on the bias), by Newton's method: with a few dozen values it converges in
 * some ten rounds.
 *
 * @see Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 4.4.1
 */
export function learnLogistic(cases: readonly Case[], penalty: number, used?: ReadonlySet<number>): Linear {
  const size = (cases[0]?.values.length ?? 0) + 1;
  let weights: number[] = new Array(size).fill(0);
  for (let round = 0; round < 25; round++) {
    const gradient: number[] = new Array(size).fill(0);
    const hessian = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    for (const { values, isSo, weight } of cases) {
      const x = [...values, 1];
      const chance = 1 / (1 + Math.exp(-dot(weights, x)));
      const error = weight * (chance - (isSo ? 1 : 0));
      const curvature = weight * Math.max(chance * (1 - chance), 1e-6);
      for (let i = 0; i < size; i++) {
        if (x[i] === 0) continue;
        gradient[i]! += error * x[i]!;
        const row = hessian[i]!;
        for (let j = 0; j <= i; j++) row[j]! += curvature * x[i]! * x[j]!;
      }
    }
    for (let i = 0; i < size; i++) {
      const isLeftOut = used && i < size - 1 && !used.has(i);
      const ridge = isLeftOut ? 1e12 : i === size - 1 ? 1e-6 : penalty;
      gradient[i]! += ridge * weights[i]!;
      hessian[i]![i]! += ridge;
      for (let j = 0; j < i; j++) hessian[j]![i] = hessian[i]![j]!;
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, index) => weight - step[index]!);
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  return weights;
}

function dot(weights: readonly number[], values: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) sum += weights[index]! * values[index]!;
  return sum;
}

/** Gauss's elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = column + 1; row < size; row++) {
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let at = column; at <= size; at++) rows[row]![at]! -= factor * rows[column]![at]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let sum = rows[row]![size]!;
    for (let at = row + 1; at < size; at++) sum -= rows[row]![at]! * solution[at]!;
    solution[row] = sum / rows[row]![row]!;
  }
  return solution;
}
