import { arabicCue, type Cues, chineseCue, cues, japaneseCue, koreanCue } from './cueVerbs.ts';
import { primaryLanguage } from './language.ts';
import { findNames, type Name, nameKey } from './names.ts';
import { mayBePlace, placesOf } from './places.ts';
import { quotedSpans } from './quotedSpans.ts';

/** What somebody is quoted with, word for word. */
export type Quotation = {
  /** Between the marks. */
  readonly text: string;
  /** The speaker's whole name, where the article gives it; null when the sentence doesn't name the speaker for sure. */
  readonly speaker: string | null;
  /** As it stands beside the quotation. */
  readonly speakerAsWritten: string | null;
  /** The words that say that somebody speaks; null for a quotation that nothing introduces. */
  readonly cue: string | null;
  /** Of the opening mark, and one past the closing one; UTF-16 units. */
  readonly start: number;
  readonly end: number;
};

type Attribution = { readonly name: string | null; readonly cue: string };
type Surroundings = {
  /** The sentence before the opening mark, from the last quotation or full stop on. */
  readonly before: string;
  /** What follows the closing mark, up to the next quotation. */
  readonly after: string;
  readonly inside: string;
};
type Attribute = (
  around: Surroundings,
  names: readonly Name[],
  isPlace: (name: string) => boolean,
) => Attribution | null;

const longestText = 40_000;
const longestQuotation = 1_500;
const window = 160;
const mostQuotations = 100;

/**
 * The quotations of a text, in order, with who speaks where the sentence says so: before or after the quotation, in
 * every language's marks. Single words in quotation marks and titles are none. Rather no speaker than a wrong one.
 *
 * @param language  BCP 47
 */
export function quotationsOf(text: string, language: string): Quotation[] {
  const read = text.slice(0, longestText);
  const primary = primaryLanguage(language);
  const names = findNames(read, language);
  let places: ReadonlySet<string> | undefined;
  const isPlace = (name: string) => {
    if (!mayBePlace(name, language)) return false;
    places ??= new Set(placesOf(read, language).map((place) => place.text));
    return places.has(name);
  };
  const resolve = createResolve(names, language);
  const attribute = attributes[primary] ?? attributeByCase(cues[primary] ?? cues.en!);
  const found: Quotation[] = [];
  let offset = 0;
  for (const paragraph of read.split('\n')) {
    const spans = quotedSpans(paragraph, longestQuotation).filter(({ start }) => paragraph[start] !== '《');
    let last: { quotation: Quotation; isAfter: boolean } | null = null;
    for (const [position, { start, end }] of spans.entries()) {
      const inside = paragraph.slice(start + 1, end - 1).trim();
      const from = spans[position - 1]?.end ?? 0;
      const to = spans[position + 1]?.start ?? paragraph.length;
      const before = sentenceBefore(paragraph.slice(Math.max(from, start - window), start));
      const after = paragraph.slice(end, Math.min(to, end + window));
      const told = attribute({ before, after, inside }, names, isPlace);
      const between = paragraph.slice(from, start);
      const isSameSpeaker =
        last !== null && (sameSentence.test(between) || (!told && last.isAfter && isOneClause(between)));
      const goesOn = isSameSpeaker ? last!.quotation : null;
      if (!isQuotation(inside, told !== null || goesOn !== null, primary)) {
        last = null;
        continue;
      }
      const quotation: Quotation = {
        text: inside,
        speaker: goesOn ? goesOn.speaker : told?.name ? resolve(told.name) : null,
        speakerAsWritten: goesOn ? goesOn.speakerAsWritten : (told?.name ?? null),
        cue: goesOn ? goesOn.cue : (told?.cue ?? null),
        start: offset + start,
        end: offset + end,
      };
      found.push(quotation);
      if (found.length === mostQuotations) return found;
      last = { quotation, isAfter: told !== null && after.includes(told.cue) };
    }
    offset += paragraph.length + 1;
  }
  return found;
}

function sentenceBefore(text: string): string {
  let start = text.length;
  while (start > 0 && !'.!?。！？'.includes(text[start - 1]!)) start -= 1;
  return text.slice(start);
}

/** A second quotation in the same Korean or Japanese sentence. */
const sameSentence = /^(?:이?라?며|이?라?면서|と(?:し|述べ|話し|語り)|としたうえで|などと)[、, ]*$/u;

/** `,” Holm said. “` parts one quotation in two. */
function isOneClause(between: string): boolean {
  return between.length <= window && /[.,:]\s*$/u.test(between) && !/[.!?。]\s+\S/u.test(between.trim());
}

const withoutSpaces = new Set(['ja', 'zh', 'ko']);

function isQuotation(inside: string, isTold: boolean, language: string): boolean {
  if (withoutSpaces.has(language)) return inside.length >= (isTold ? 4 : 12);
  const words = inside.split(/\s+/u).length;
  return isTold ? words >= 2 || /[.!?,]$/u.test(inside) : words >= 6;
}

/** A family name alone stands for the one person of that name in the article. */
function createResolve(names: readonly Name[], language: string): (name: string) => string {
  const keys = new Map(Array.from(new Set(names.map(({ text }) => text)), (text) => [text, nameKey(text, language)]));
  const whole = new Map(names.map(({ text }) => [keys.get(text)!, text]));
  return (name) => {
    const key = nameKey(name, language);
    const isPart = (other: string) =>
      /[ ・·]/u.test(other)
        ? other.split(/[ ・·]/u).includes(key) && other !== key
        : /^\p{Script=Hangul}$/u.test(key) && other.startsWith(key);
    const holders = [...whole].filter(([other]) => isPart(other));
    const people = holders.filter(([other]) => !holders.some(([longer]) => longer !== other && longer.includes(other)));
    return people.length === 1 ? people[0]![1] : name;
  };
}

/** Words that put a name into another role than the speaker's. */
const otherRole =
  /(?:^|[\s(])(?:of|at|from|for|with|by|to|in|about|and|told|than|von|vom|bei|aus|für|mit|an|über|und|gegenüber|du|des|de|d’|à|au|avec|pour|par|et|chez|del|al|con|por|para|y|a|da|do|com|e|ao|di|dei|della|в|на|с|о|об|из|для|и)\s[^,]*$/u;
/** What may follow the speaker's name: nothing, punctuation, or where, when and to whom it was said. */
const afterName =
  /^(?:['’]s\b)?(?:\s*(?:$|[,.;:!?()"“”„«»—–-])|\s(?:in|on|at|to|told|who|as|during|after|before|when|while|and|by|with|about|late|early|last|this|of|from|of|am|im|bei|nach|vor|zu|zum|zur|der|dem|den|und|auf|mit|aus|von|über|laut|heute|gestern|dans|à|au|sur|devant|lors|en|ce|après|avant|sur|hier|aux|auprès|et|en|a|al|ante|este|tras|durante|el|ayer|y|em|ao|à|no|na|nesta|neste|durante|ontem|e|в|на|по|во|журналистам|агентству|и|вчера|после|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|said|says|added|explained)(?![\p{L}\p{M}]))/u;

/** Between a name and the verb of saying after it: nothing, a party or an age, an apposition. */
const speaksBefore = /^(?:\s|\s?\([^)]{1,12}\)\s|,\s[^,]{3,60},\s)(?:also\s|later\s|then\s)?$/u;

/** Languages whose names are capitalised. */
function attributeByCase({ verb, accordingTo, isInverted }: Cues): Attribute {
  const cue = new RegExp(`(?<![\\p{L}\\p{M}-])(?:${verb})(?![\\p{L}\\p{M}])`, 'iu');
  const cues = new RegExp(cue, 'giu');
  const atEnd = new RegExp(`(?:${verb})(?:\\s[\\p{L}\\p{M}’-]+){0,3}\\s*$`, 'iu');
  const opening = new RegExp(`^\\s*[,.]?\\s*(?:[—–-]\\s*)?(?<cue>${verb}|${accordingTo})(?![\\p{L}\\p{M}-])`, 'iu');
  const tellsSource = new RegExp(`(?<![\\p{L}\\p{M}-])(?:${accordingTo})(?![\\p{L}\\p{M}])`, 'iu');
  return ({ before, after, inside }, names, isPlace) => {
    const speaks = (name: Name | undefined) => (name && !isPlace(name.text) ? name.text : null);
    const clause =
      /^[^.!?\n]*(?:(?<=\b\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|St|Prof|Sr|Sra|Lt|Gen|Col|Sgt|Sen|Gov|Rep|M))\.[^.!?\n]*)*/u.exec(
        after.replace(/^\./u, ' '),
      )?.[0] ?? '';
    const opensWithCue = opening.exec(clause);
    if (opensWithCue) {
      const rest = clause.slice(opensWithCue[0].length);
      return { name: speaks(subjectIn(rest, names)), cue: opensWithCue.groups!.cue! };
    }
    const goesOn = /[,?!…—–]$/u.test(inside) || /^\s*,/u.test(after);
    const later = goesOn ? cue.exec(clause) : null;
    if (later && later.index < 90) {
      const head = clause.slice(0, later.index);
      const subject = namesIn(head, names).findLast((name) =>
        speaksBefore.test(head.slice(name.index + name.text.length)),
      );
      const lead = subject ? head.slice(0, subject.index) : '';
      const isDirect =
        /^[\s,—–]*(?:[\p{L}\p{M}'’. -]{1,50},\s)?(?:[\p{L}\p{M}'’.-]+\s){0,8}$/u.test(lead) && !otherRole.test(lead);
      return { name: isDirect ? speaks(subject) : null, cue: later[0] };
    }
    const introduces = /[:,]\s*$/u.test(before) || atEnd.test(before);
    const earlier = introduces ? lastMatch(cues, before) : null;
    if (earlier) {
      const head = before.slice(0, earlier.index);
      const subject = namesIn(head, names).findLast((name) => {
        return (
          speaksBefore.test(head.slice(name.index + name.text.length)) && !otherRole.test(head.slice(0, name.index))
        );
      });
      const rest = before.slice(earlier.index + earlier[0].length);
      const inverted = isInverted && !subject ? subjectIn(rest, names) : undefined;
      return { name: speaks(subject ?? inverted), cue: earlier[0] };
    }
    const source = introduces ? tellsSource.exec(before) : null;
    return source
      ? { name: speaks(subjectIn(before.slice(source.index + source[0].length), names)), cue: source[0] }
      : null;
  };
}

/** The first name after a verb of saying that is its subject. */
function subjectIn(rest: string, names: readonly Name[]): Name | undefined {
  for (const name of namesIn(rest, names)) {
    const before = rest.slice(0, name.index);
    const isClose = before.split(/\s+/u).length <= 9 && !/[.!?;:]\s/u.test(before);
    const isPronoun =
      /^\s*(?:he|she|they|it|er|sie|es|il|elle|ils|elles|on|él|ella|ellos|ele|ela|eles|он|она|они|we|I|you)(?![\p{L}])/iu.test(
        before,
      );
    if (!isClose || isPronoun) return undefined;
    if (otherRole.test(before)) continue;
    if (afterName.test(rest.slice(name.index + name.text.length))) return name;
  }
  return undefined;
}

/** The article's names that stand in this part of it, in order, the longer where two begin together. */
function namesIn(part: string, names: readonly Name[]): Name[] {
  const texts = new Set(names.flatMap(({ text }) => [text, ...familyNames(text)]));
  const hits = Array.from(texts).flatMap((text) => {
    const index = part.indexOf(text);
    const stands =
      index >= 0 &&
      !/[\p{L}\p{M}]/u.test(part[index - 1] ?? '') &&
      !/[\p{L}\p{M}]/u.test(part[index + text.length] ?? '');
    return stands ? [{ text, index }] : [];
  });
  return hits
    .filter(
      (hit) =>
        !hits.some(
          (other) =>
            other !== hit && other.index <= hit.index && other.index + other.text.length >= hit.index + hit.text.length,
        ),
    )
    .sort((a, b) => a.index - b.index);
}

function familyNames(name: string): string[] {
  const words = name.split(' ');
  return words.length > 1 && words.length < 4 ? words.slice(-1).filter((word) => word.length > 2) : [];
}

/** @param pattern  global */
function lastMatch(pattern: RegExp, text: string): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  for (const match of text.matchAll(pattern)) last = match;
  return last;
}

const japaneseRole = String.raw`(?:[\p{Script=Han}\p{Script=Katakana}ーさん・]|[（(][^（）()]{1,24}[）)]){0,14}`;

const attributeJapanese: Attribute = ({ before, after }, names) => {
  const cue = new RegExp(`^(?:と|などと|とも)(?<subject>[^「」。]{0,30}?)(?<cue>${japaneseCue})`, 'u').exec(after);
  if (!cue) return null;
  const find = (part: string) =>
    names
      .filter(
        ({ text }) =>
          part.includes(text) &&
          new RegExp(`${RegExp.escape(text)}${japaneseRole}(?:は|が|も)(?:、|[^「」。はが]{0,40}$|$)`, 'u').test(part),
      )
      .sort((a, b) => part.lastIndexOf(b.text) - part.lastIndexOf(a.text) || b.text.length - a.text.length)[0];
  const name = find(cue.groups!.subject ?? '') ?? find(before);
  return { name: name?.text ?? null, cue: cue.groups!.cue! };
};

const attributeKorean: Attribute = ({ before, after }, names) => {
  const cue = new RegExp(
    `^(?:이?라고|이?라며|이?라면서|고|며|면서|다고|는)[^"“”.]{0,30}?(?<cue>${koreanCue})`,
    'u',
  ).exec(after);
  const leads = /^(?:이?라고|이?라며|이?라면서|며|면서)/u.exec(after);
  if (!cue && !leads) return null;
  const titled =
    /(?:^|[\s,])(?<name>[가-힣](?=\s)|[가-힣]{2,5}) (?:[가-힣]{2,8} ?){1,2}?[은는이가](?:\s[^"“”]{0,40})?$/u.exec(
      before,
    )?.groups?.name;
  const isKnown = (name: string) =>
    names.some(({ text }) => text === name || (name.length === 1 && text.startsWith(name) && text.length <= 4));
  const direct = names.find(
    ({ text }) =>
      before.includes(text) &&
      new RegExp(
        `${RegExp.escape(text)}\\)?(?: [가-힣]{2,8}){0,2}(?:\\([^)]{1,12}\\))?[은는이가]?(?:은|는|이|가)(?:\\s[^"“”]{0,40})?$`,
        'u',
      ).test(before),
  );
  const name = direct?.text ?? (titled && isKnown(titled) ? titled : null);
  return { name, cue: cue?.groups?.cue ?? leads![0] };
};

const attributeChinese: Attribute = ({ before, after }, names) => {
  const ahead = new RegExp(`(?<cue>${chineseCue})[^“”「」，。：:]{0,6}[：:，,]?\\s*$`, 'u').exec(before);
  if (ahead) {
    const head = before.slice(0, ahead.index);
    const name = names
      .filter(
        ({ text }) =>
          head.includes(text) &&
          new RegExp(
            `${RegExp.escape(text)}(?:先生|女士|教授|总统|總統|总理|總理|部长|部長|外长)?(?:[^，。“”]{0,14}|（[^）]{1,12}）)?$`,
            'u',
          ).test(head),
      )
      .sort((a, b) => head.lastIndexOf(b.text) - head.lastIndexOf(a.text))[0];
    return { name: name?.text ?? null, cue: ahead.groups!.cue! };
  }
  const behind = new RegExp(`^，?(?<subject>[^“”「」，。]{0,20}?)(?<cue>${chineseCue})`, 'u').exec(after);
  if (!behind) return null;
  const subject = behind.groups!.subject ?? '';
  const name = names.filter(({ text }) => subject.includes(text)).sort((a, b) => b.text.length - a.text.length)[0];
  return { name: name?.text ?? null, cue: behind.groups!.cue! };
};

const arabicCommon =
  /(?:مسؤول|متحدث|مصدر|بيان|شهود|خبير|محلل|مواطن|طبيب|مراقب|سكان|الشرطة|الحكومة|الوزارة|إنه|إنها|إن |أن |له|لها|فيه|فيها)/u;

const attributeArabic: Attribute = ({ before, after }, names) => {
  const ahead = new RegExp(
    `(?<![\\p{L}])(?<cue>${arabicCue})(?<subject> [^:«»"،.]{2,70}|[^:«»".]{2,90})?[:،]?\\s*$`,
    'u',
  ).exec(before);
  const behind = new RegExp(`^[،.]?\\s*(?<cue>${arabicCue}|بحسب|وفق|حسب)(?<subject> [^:«»"،.]{2,60})`, 'u').exec(after);
  const told = behind ?? ahead;
  if (!told) return null;
  const subject = (told.groups!.subject ?? '').trim();
  const known = names.filter(({ text }) => subject.includes(text)).sort((a, b) => b.text.length - a.text.length)[0];
  const bare =
    /^(?!ال)[\p{L}\p{M}]{2,} [\p{L}\p{M}]{2,}(?: [\p{L}\p{M}]{2,})?$/u.test(subject) && !arabicCommon.test(subject)
      ? subject
      : null;
  return { name: known?.text ?? bare, cue: told.groups!.cue! };
};

const attributes: Readonly<Record<string, Attribute>> = {
  ja: attributeJapanese,
  ko: attributeKorean,
  zh: attributeChinese,
  ar: attributeArabic,
};
