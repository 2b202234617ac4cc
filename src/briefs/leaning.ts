import { primaryLanguage } from '../text/language.ts';

/** Openings that lean on a sentence before: a brief that quotes one alone would point at nothing. */
const openings: Readonly<Record<string, RegExp>> = {
  en: /^["“]?(?:he|she|it|they|his|her|hers|its|their|them|this|that|these|those|such|but|and|or|so|also|too|however|meanwhile|instead|still|there|then|yet|nor|both|another|others|the (?:latter|former|pair|duo|two|move|decision|announcement|statement|news)|in (?:addition|contrast|response|return|turn)|as a result|by contrast|on the other hand|for example|for instance|moreover|furthermore|nevertheless|nonetheless|therefore|thus|hence|similarly|likewise|afterwards?|earlier|later)(?![\p{L}\p{M}’'-])/iu,
  de: /^["„»]?(?:er|sie|es|dies(?:e[rsmn]?)?|das|deren|dessen|seine?[rsmn]?|ihre?[rsmn]?|ihn|ihm|ihnen|aber|und|oder|doch|jedoch|auch|dort|da|dabei|damit|dafür|dagegen|daher|darum|darauf|daraufhin|davon|dazu|zudem|außerdem|danach|dann|deshalb|deswegen|trotzdem|dennoch|allerdings|hingegen|stattdessen|ebenso|beide|solche|zuvor|später|hier|hierzu|so|zum Beispiel)(?![\p{L}-])/iu,
  fr: /^["«]?\s?(?:il|elle|ils|elles|ce|cela|ça|ceci|cet|cette|ces|c['’]est|celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette dernière|son|sa|ses|leurs?|lui|eux|mais|et|ou|or|donc|ainsi|alors|aussi|puis|ensuite|enfin|cependant|toutefois|néanmoins|pourtant|en revanche|en effet|par ailleurs|de plus|en outre|de son côté|à son tour|par exemple|selon lui|selon elle|d['’]après lui|là)(?![\p{L}])/iu,
  es: /^["«“]?(?:él|ella|ellos|ellas|est[eoa]s?|es[eoa]s?|aquel(?:l[oa]s?)?|sus?|le|les|pero|y|e|o|también|además|allí|ahí|así|entonces|luego|después|sin embargo|no obstante|por (?:ello|eso|tanto|lo tanto|su parte|otra parte|otro lado|ejemplo)|en cambio|ambos|ambas|según él|según ella|dich[oa]s?)(?![\p{L}])/iu,
  pt: /^["«“]?(?:ele|ela|eles|elas|est[ea]s?|ess[ea]s?|isso|isto|aquel[ea]s?|aquilo|seus?|suas?|dele|dela|mas|e|ou|também|além disso|assim|então|depois|ali|lá|porém|contudo|no entanto|entretanto|portanto|por (?:isso|sua vez|outro lado|exemplo)|já|ambos|ambas|segundo ele|segundo ela|n?est[ea]|n?ess[ea])(?![\p{L}])/iu,
  ru: /^["«]?(?:он|она|оно|они|его|её|ее|их|ему|ей|им|это|этот|эта|эти|этого|этому|этим|тот|та|те|того|такой|такая|такие|но|и|а|или|однако|также|кроме того|при этом|поэтому|затем|потом|тогда|там|тем не менее|между тем|в свою очередь|по его словам|по её словам|по ее словам|по их словам|например|оба|обе)(?![\p{L}])/iu,
  ar: /^["«“]?(?:هو|هي|هم|هما|هذا|هذه|هؤلاء|ذلك|تلك|أولئك|لكن|ولكن|لكنه|لكنها|كما|أيضا|أيضًا|وهو|وهي|وهم|وهذا|وهذه|وذلك|وكان|وكانت|وقال(?:ت)?(?= إن)|وأضاف(?:ت)?|وتابع(?:ت)?|وأوضح(?:ت)?(?= أن)|وأشار(?:ت)?(?= إلى)|بينما|فيما|في المقابل|من جهته|من جهتها|من جانبه|من جانبها|بدوره|بدورها|لذلك|هناك|ثم)(?![\p{L}\p{M}])/u,
  ja: /^[「『（]?(?:これ|それ|あれ|その|この|あの|ここ|そこ|そう|こう|彼|彼女|同(?:氏|社|市|県|省|庁|署|党|行|局|州|国|校|大|誌|紙|院|病院|日|年|月|機|船|州)|両(?:氏|社|国|者)|また|しかし|一方|だが|なお|さらに|そして|ただ|ただし|このため|そのため|それでも|このほか|そのほか|だから|つまり|例えば|たとえば|続いて|その後|次いで|ところが|とはいえ|にもかかわらず|前者|後者)/u,
  ko: /^["“‘]?(?:이는|이에|이어|이를|이로|이와|이런|이같은|이 같은|이들|이날|이번 조치|그는|그가|그의|그녀|그들|그러나|그런|그리고|그래서|그러면서|그럼에도|그 결과|하지만|또한|또 |다만|한편|반면|아울러|더불어|특히|따라서|때문에|이후 |당시 |같은 날|예를 들어|이 )/u,
  zh: /^[“「『]?(?:他|她|它|他们|他們|她们|她們|这|這|该|該|其(?!中国|他国家)|此外|此前|此后|此後|此次|此举|此舉|但|但是|然而|不过|不過|而|而且|并且|並且|同时|同時|另外|另一方面|随后|隨後|之后|之後|因此|所以|于是|於是|例如|比如|那|对此|對此|两人|兩人|双方|雙方|当时|當時)/u,
};

/** `…, he said`: who that is stands in a sentence before, unless this one names somebody. */
const saidBySomebody: Readonly<Record<string, RegExp>> = {
  en: /[,”"]\s(?:he|she|they)\s(?:said|says|added|told|adds|wrote|explained|continued)\b|[,”"]\s(?:said|says)\s(?:he|she)\b/iu,
  de: /[,“«"]\s(?:sagte|sagt|so|erklärte|betonte|fügte|meinte|ergänzte|schrieb)\s(?:er|sie)(?![\p{L}])/u,
  fr: /[,»"]\s?(?:a-t-(?:il|elle)|ont-(?:ils|elles)|(?:dit|explique|ajoute|poursuit|affirme|précise|estime|assure)-t-(?:il|elle)|dit-(?:il|elle))/u,
};

/** Openings that look so and point at nothing before. */
const impersonal: Readonly<Record<string, RegExp>> = {
  en: /^it (?:is|was|remains|remained) (?:not (?:yet |immediately |entirely )?(?:clear|known)|unclear|unknown|uncertain|the \p{L}+ time)/iu,
  de: /^es (?:ist|war|blieb|bleibt|wurde) (?:\p{L}+ ){0,2}(?:unklar|unbekannt|offen|bekannt|klar)/iu,
  fr: /^il (?:est|était|reste|restait|n['’]est|n['’]était) (?:\p{L}+ ){0,2}(?:clair|difficile|impossible|trop tôt)/iu,
};

/** Nothing but what somebody says: who, stands beside it. */
const onlyQuoted = /^[“„«»「『"][^“”„«»「」『』"]*[”“«»」』"][.。]?$/u;

/** Whether a sentence can't be understood without the one before it. */
export function needsAntecedent(sentence: string, language: string): boolean {
  const primary = primaryLanguage(language);
  if (impersonal[primary]?.test(sentence)) return false;
  const patterns = [openings[primary], saidBySomebody[primary], onlyQuoted];
  return patterns.some((pattern) => pattern?.test(sentence));
}
