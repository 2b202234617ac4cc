import type { XmlElement } from '../xmlElement.ts';

/**
 * An item's categories in other vocabularies than RSS's or Atom's own: Dublin Core's beside them; those of Media RSS,
 * iTunes and of Atom in RSS, which are often keywords by the dozen, only when the item has no own ones.
 */
export function subjectsOf(item: XmlElement): string[] {
  const subjects = item.texts('dc:subject');
  if (item.all('category').length > 0) return subjects;
  const labelled = item
    .each('atom:category', 'media:category')
    .map((category) => category.attribute('label') || category.attribute('term') || category.text);
  return [
    ...subjects,
    ...labelled,
    ...item.texts('itunes:keywords', 'media:keywords').flatMap((list) => list.split(',')),
  ];
}
