/** Where Intl.Segmenter ends a sentence although the language does not: after these. */
const abbreviation =
  /(?:^|[\s(„“"«'’])(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Sr|Jr|Sra|Srta|Dra|Ud|Uds|Gen|Col|Lt|Capt|Sgt|Cpl|Adm|Gov|Sen|Rep|Rev|Hon|Pres|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|Nr|vs|etc|approx|ca|bzw|bspw|vgl|ggf|inkl|usw|Hr|Fr|Frau|Mio|Mrd|Mme|Mlle|MM|M|art|pág|núm|p|S|vol|Vol|Inc|Ltd|Corp|Co|Bros|EE|им|г|гг|ул|руб|тыс|млн|млрд|стр|т)\.\s*$/u;
/** `J.`, but also German `z. B.`, Arabic `د.` */
const initials = /(?:(?:^|[\s.(„“"«])\p{Lu}|(?:^|\s)\p{L})\.\s*$/u;
const dottedAbbreviation = /(?:\p{L}\.\s?){2,}$/u;
const ordinal = /(?:^|\s)\d{1,3}\.\s*$/u;

/**
 * The sentences of a text, in order, trimmed. Paragraphs end sentences. Abbreviations, initials, German ordinals and
 * closing quotations do not.
 *
 * @param language  BCP 47
 */
export function sentencesOf(text: string, language: string): string[] {
  return text.split(/\n+/).flatMap((paragraph) => {
    const quotations = quotationsClosedIn(paragraph);
    const sentences: string[] = [];
    let open = '';
    for (const segment of segmentsOf(paragraph, language)) {
      open += segment;
      if (isUnfinished(open, language, quotations)) continue;
      sentences.push(open);
      open = '';
    }
    if (open) sentences.push(open);
    return joinTails(sentences)
      .map((sentence) => sentence.trim())
      .filter(Boolean);
  });
}

/** As Intl.Segmenter cuts; but a mark that opens the next sentence (`。「`) begins it, where UAX 29 ends one with it. */
function segmentsOf(paragraph: string, language: string): string[] {
  const segments = Array.from(segmenterFor(language).segment(paragraph), ({ segment }) => segment);
  return segments
    .join('\n')
    .replace(/(?<=[。！？」』])([「『“（《〈]+)\n/gu, '\n$1')
    .split('\n');
}

function isUnfinished(text: string, language: string, quotations: readonly Quotation[]): boolean {
  if (hasOpenQuotation(text, quotations)) return true;
  if (abbreviation.test(text) || initials.test(text)) return true;
  if (language.startsWith('de') && ordinal.test(text)) return true;
  return false;
}

/** A segment that goes on in lower case, or with what a closing quotation leads to, belongs to the one before. */
function joinTails(segments: readonly string[]): string[] {
  const joined: string[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    const goesOn =
      before !== undefined &&
      (/^[\s)\]”»’]*\p{Ll}/u.test(segment) && (/["”»’“.]\s*$/u.test(before) || dottedAbbreviation.test(before))
        ? true
        : before !== undefined &&
          /[」』”’"]\s*$/u.test(before) &&
          /^(?:と|などと|という|として|とも|이?라(?:고|며|는|면서)|고 |며 |면서 )/u.test(segment));
    if (goesOn) joined[joined.length - 1] = before + segment;
    else joined.push(segment);
  }
  return joined;
}

type Quotation = readonly [opening: string, closing: string];

const quotationPairs: readonly Quotation[] = [
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
];
/** A mark that is never closed must not swallow the rest of the article. */
const longestQuotation = 600;

function hasOpenQuotation(text: string, quotations: readonly Quotation[]): boolean {
  if (text.length > longestQuotation) return false;
  return quotations.some(([opening, closing]) => {
    const last = text.lastIndexOf(opening);
    return last >= 0 && !text.includes(closing, last + 1);
  });
}

/** A quotation that goes on in the next paragraph is closed there: here its mark holds nothing together. */
function quotationsClosedIn(paragraph: string): Quotation[] {
  return quotationPairs.filter(([opening, closing]) => paragraph.lastIndexOf(closing) > paragraph.lastIndexOf(opening));
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const tag = Intl.Segmenter.supportedLocalesOf([language]).length > 0 ? language : 'en';
  const segmenter = new Intl.Segmenter(tag, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return segmenter;
}
