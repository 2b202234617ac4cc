import type { XmlElement } from '../xmlElement.ts';

/** Rights reserved in so many words, no use by machines, and no adaptations, which a brief is. */
const reserving =
  /(?<!\p{L})(?:all rights reserved|no-?ai|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|все права защищены|جميع الحقوق محفوظة)(?!\p{L})|無断転載|무단 ?전재|版[权權]所有|creativecommons\.org\/licenses\/(?:[a-z]+-)*nd(?![a-z])/iu;
const longestLicense = 1_000;

/**
 * Whether an item's licence, or else its feed's, forbids showing its text elsewhere. What names no licence at all forbids
 * nothing here: the law's own limits hold for every text, and briefs quote single sentences.
 *
 * @see https://cyber.harvard.edu/rss/creativeCommonsRssModule.html, RFC 4946 (`<link rel="license">`), RFC 4287 §4.2.10
 */
export function reservesText(item: XmlElement | null, feed: XmlElement): boolean {
  const own = item ? licensesOf(item) : [];
  return (own.length > 0 ? own : licensesOf(feed)).some((license) => reserving.test(license.slice(0, longestLicense)));
}

function licensesOf(element: XmlElement): string[] {
  const links = element.each('link', 'atom:link').filter((link) => link.attribute('rel') === 'license');
  return [
    ...element.texts(
      'creativecommons:license',
      'cc:license',
      'dcterms:license',
      'rights',
      'atom:rights',
      'copyright',
      'dc:rights',
    ),
    ...element.all('cc:license').flatMap((license) => license.attribute('rdf:resource') ?? []),
    ...links.flatMap((link) => link.attribute('href') ?? []),
  ];
}
