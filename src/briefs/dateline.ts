/** `PARIS (AFP) —`, `TOULOUSE, France - `, `BERLIN, Nov 3 (Reuters) -`. */
const inCapitals =
  /^\p{Lu}[\p{Lu}.’'-]+(?: [\p{Lu}.’'-]{2,}){0,3}(?:, \p{Lu}[\p{L}. ]{2,18}(?:\d{1,2})?)?(?: \([^()]{2,30}\))?\s?[-–—]\s+(?=[\p{L}\p{N}"“„«])/u;
/** `Berlin (dpa) - `, `París, 3 nov (EFE).- ` */
const withAgency =
  /^\p{Lu}[\p{L}’'. -]{1,30}(?:, [^()]{3,20})? \((?:[\p{L}/ ]{2,20})\)\s?\.?\s?[-–—]\s*(?=[\p{L}\p{N}"“„«])/u;

/** A sentence without the place, day and agency that a report begins with: its source line says those. */
export function withoutDateline(sentence: string): string {
  return sentence.replace(inCapitals, '').replace(withAgency, '');
}
