import { escaped } from './escape.ts';
import { sayIn } from './languages/index.ts';

/** Keys of figures as the language's newspapers write them. */
export function figuresText(figures: readonly string[], language: string): string {
  const written = figures.map((key) => {
    const value = Number.parseFloat(key);
    const notation = Math.abs(value) >= 1e6 ? 'compact' : 'standard';
    const isPercent = key.endsWith('%');
    const format = new Intl.NumberFormat(language, {
      notation,
      maximumFractionDigits: 2,
      ...(isPercent ? { style: 'percent' } : {}),
    });
    return Number.isFinite(value) ? format.format(isPercent ? value / 100 : value) : escaped(key, 20);
  });
  return written.join(sayIn(language)('comma'));
}
