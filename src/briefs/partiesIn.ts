/** Who counts for themselves, so that two of them may come to different numbers at one time. */
const counting: readonly (readonly [string, string, string])[] = [
  ['police', 'police|polizei|policía|polícia|gendarmerie|полици(?:я|и|ей)|الشرطة', '警察|警方|경찰'],
  [
    'hospital',
    'hospitals?|clinic|krankenhaus|klinik|klinikum|hôpital|clínica|больниц[аы]|المستشفى',
    '病院|医院|醫院|병원',
  ],
  [
    'coast guard',
    'coast ?guard|küstenwache|garde-côtes|guardia costera|guarda costeira|خفر السواحل',
    '海上保安(?:本部|庁)|海保|해상보안(?:본부|청)|해경|海警',
  ],
  [
    'fire service',
    'fire (?:service|brigade|department)|feuerwehr|pompiers|bomberos|bombeiros|الدفاع المدني',
    '消防(?:本部|局|庁)|소방(?:당국|본부)',
  ],
  [
    'operator',
    "(?:the|its|ferry|train|rail|bus) operator|betreiber|reederei|l[’']exploitant|la naviera|الشركة المشغلة",
    '運航会社|運航する|선사|运营方|營運方',
  ],
  [
    'ministry',
    '(?:health|interior|emergency|emergencies) ministry|(?:gesundheits|innen)ministerium|ministère|ministerio|ministério|وزارة',
    '保健省|内務省|보건부|卫生部|衛生部',
  ],
  [
    'Red Cross',
    'red cross|red crescent|rote[sn]? kreuz|croix-rouge|cruz roja|cruz vermelha|الهلال الأحمر',
    '赤十字|적십자',
  ],
];
const patterns = counting.map(
  ([party, words, characters]) =>
    [party, new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])|(?:${characters})`, 'giu')] as const,
);
/** All of them at once, also inside other words: hardly a sentence names any. */
const anyParty = new RegExp(counting.map(([, words, characters]) => `${words}|${characters}`).join('|'), 'iu');
/** A place, not who speaks: `taken to the hospital`. */
const isPlace =
  /(?<![\p{L}\p{M}])(?:to|in|at|from|into|near|im|ins|ans?|zum|en|al|del|no|na|à|dans)(?: (?:the|a|an|el|la|una?|l[’'])| local)* ?$/iu;
/** They see what comes to them: fewer than others count is a part. */
const seeingPart: ReadonlySet<string> = new Set(['hospital', 'operator', 'Red Cross']);

export type Party = { readonly party: string; readonly index: number; readonly end: number };

/** The counting parties that a sentence names, in order. */
export function partiesIn(text: string): Party[] {
  if (!anyParty.test(text)) return [];
  return patterns
    .flatMap(([party, pattern]) =>
      Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({ party, index, end: index + word.length })),
    )
    .filter(({ index }) => !isPlace.test(text.slice(0, index)))
    .sort((a, b) => a.index - b.index);
}

export function seesPart(party: string): boolean {
  return seeingPart.has(party);
}
