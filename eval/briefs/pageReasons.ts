/** Why pages are read otherwise than their sets say, by the beginning of their ids: each was looked at. */
const reasons: Readonly<Record<string, string>> = {
  '042bb7b5': 'the paragraph above the text is read as its first; the set leaves it out',
  '3c6d3381': 'a gallery of people: what stands under their pictures is left out as captions',
  '51d066b0': 'headlines of other stories count as text in the set',
  '5f03fc17': 'what the text says several times is read once',
  '9a440270': 'a list of names below the last sentence is left out',
  a860fb5e: 'lists below the last sentence are left out',
  b3c19dd5: 'a page of many short texts, of which the set has the first',
  c4a3637c: 'commands of a game stand between the sentences and are left out',
  cc03ddb5: 'a table, and a rule for those who comment',
  e7d77f18: 'prices and buttons count as text in the set',
  f6ac15a4: 'the title in other words, and a line of date, author and tags, are read',
  'ch/SRF/V1': 'boxes that fold out are read; the set leaves them out',
  'jp/AsahiShimbun/V1': 'a list of places below the last sentence is left out',
  'jp/Nikkei/V1': 'notes about people below the text are read; the set leaves them out',
  'uk/Metro/V1': 'a whole speech below the text is read; the set leaves it out',
};

export function pageReason(id: string): string | null {
  return reasons[id] ?? reasons[id.slice(0, 8)] ?? null;
}
