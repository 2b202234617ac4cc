const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The text, or its beginning with `…`, in at most `max` UTF-16 units: cut between words where there are any near, and
 * never inside what a person sees as one character.
 */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  const cut = text.slice(0, end);
  const isInsideWord = /[\p{L}\p{N}]$/u.test(cut) && /^[\p{L}\p{N}]/u.test(text.slice(end));
  const lastSpace = isInsideWord ? cut.search(/\s\S*$/u) : -1;
  const kept = lastSpace > cut.length * 0.6 ? cut.slice(0, lastSpace) : cut;
  return `${kept.replace(/[\s,;:.、。，–—-]+$/u, '')}…`;
}
