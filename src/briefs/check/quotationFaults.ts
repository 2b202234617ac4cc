import { quotationsOf } from '../../text/quotations.ts';
import { quotedSpans } from '../../text/quotedSpans.ts';
import type { Claim, Fault } from './claim.ts';
import type { Facts } from './factsOf.ts';
import { plainOf } from './wordsOf.ts';

/** What stands between quotation marks and no source quotes so, and quotations in somebody else's mouth. */
export function quotationFaults(claim: Claim, cited: readonly Facts[]): Fault[] {
  const spans = spansOf(claim.text);
  const quoted = cited.map((facts) => spansOf(facts.text).map(comparable));
  const altered = spans.filter(
    (span) => !quoted.some((theirs) => theirs.some((other) => isWholePart(comparable(span), other))),
  );
  if (altered.length > 0) return altered.map((what) => ({ kind: 'quotation', what }));
  const open = openMark(claim.text);
  if (open) return [{ kind: 'quotation', what: open }];
  const speakers = cited.flatMap((facts) => quotationsOf(facts.text, facts.language));
  const isNamed = (name: string) => cited.some(({ text }) => plainOf(text).includes(plainOf(name)));
  return quotationsOf(claim.text, claim.language).flatMap(({ text, speakerAsWritten }): Fault[] => {
    if (speakerAsWritten === null) return [];
    const same = speakers.filter((other) => comparable(other.text).includes(comparable(text)));
    return isNamed(speakerAsWritten) &&
      same.some((other) => isSameSpeaker(speakerAsWritten, [other.speaker, other.speakerAsWritten]))
      ? []
      : [{ kind: 'speaker', what: speakerAsWritten }];
  });
}

/** The words between quotation marks of a text, paragraph by paragraph. */
function spansOf(text: string): string[] {
  return text.split('\n').flatMap((paragraph) =>
    quotedSpans(paragraph)
      .map(({ start, end }) => paragraph.slice(start + 1, end - 1).trim())
      .filter((inside) => inside !== ''),
  );
}

/** A mark that nothing closes. */
function openMark(text: string): string | null {
  let rest = text;
  for (const { start, end } of quotedSpans(text).reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return /["“”„«»「」『』]/u.exec(rest)?.[0] ?? null;
}

/** Whether a quotation is another or whole clauses of it: where words are cut off, what is left may say something else. */
function isWholePart(part: string, whole: string): boolean {
  const at = whole.indexOf(part);
  if (at < 0) return false;
  return (
    /(?:^|[.!?,;:…—–。、，！？])\s*$/u.test(whole.slice(0, at)) &&
    /^\s*(?:$|[.!?,;:…—–。、，！？])/u.test(whole.slice(at + part.length))
  );
}

/** Marks, spaces and the punctuation at the end are the paper's, not the speaker's. */
function comparable(quotation: string): string {
  return plainOf(quotation)
    .replace(/[‘’‚']/gu, "'")
    .replace(/["“”„«»「」『』]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.…,]+|[\s.,!?…;:。、，！？]+$/gu, '');
}

function isSameSpeaker(name: string, others: readonly (string | null)[]): boolean {
  const last = (each: string) =>
    plainOf(each)
      .split(/[\s・·]+/u)
      .at(-1)!;
  return others.some((other) => other !== null && (last(other) === last(name) || plainOf(other) === plainOf(name)));
}
