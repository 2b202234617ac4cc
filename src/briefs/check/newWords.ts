import { primaryLanguage } from '../../text/language.ts';
import type { Claim } from './claim.ts';
import type { Facts } from './factsOf.ts';
import { plainOf, wordsOf } from './wordsOf.ts';

const withoutCase = new Set(['ja', 'zh', 'ko', 'ar', 'fa', 'he', 'th', 'hi', 'bn', 'ur', 'ta', 'te']);
/** Words with which news is told again, in languages whose names look like any other word. */
const retelling: Readonly<Record<string, RegExp>> = {
  ja: /^(?:発表|説明|明らか|述べ|話し|語っ|伝え|報じ|開始|予定|実施|今回|同日|同氏|関係者|一方|場合|以上|以下|約|人|者|件|回|側|中|後|前|際|間|化|性|これ|それ|ため|よう|こと)$/u,
  zh: /^(?:表示|说|說|称|稱|宣布|指出|据|據|已|将|將|目前|当天|當天|其中|此次|有关|有關|以及|因此|进行|進行|报道|報道|报导|報導|约|約|人|名|个|個|起|可能|会|會|有|中|后|後|前|上|下|时|時|由|向|于|於|至)$/u,
  ko: /^(?:말했|밝혔|전했|설명|발표|했다|있다|없다|것으|것이|이번|한편|따르|통해|위해|대해|관련|이라|라고|했으|됐다|된다|한다|하는|있는|이날|당국)/u,
  ar: /^(?:قال|قالت|اعلن|أعلن|أكد|أضاف|ذكر|وفق|بحسب|خلال|بعد|قبل|بين|التي|الذي|كما|وقد|كان|كانت|هذا|هذه|ذلك|على|الى|إلى|لتي|لذي|منذ|حول|عند|أمام|حيث|حتى)/u,
};

/** Words of a claim in a language without capitals that no source of that language has: any of them may be a name. */
export function newWords({ text, language }: Claim, own: readonly Facts[]): string[] {
  const primary = primaryLanguage(language);
  if (!withoutCase.has(primary)) return [];
  return wordsOf(text, language)
    .filter(({ isContent, text, key }) => isContent && !retelling[primary]?.test(text) && !/^\p{N}/u.test(key))
    .filter(({ text, key }) => !own.some(({ keys, plain }) => keys.has(key) || plain.includes(plainOf(text))))
    .map(({ text }) => text);
}
