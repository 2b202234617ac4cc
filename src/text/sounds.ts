/**
 * How a name sounds, so roughly that every script writes it alike: its consonants in six classes, without vowels, h, w
 * and y. `Trump`, `Трамп`, `トランプ`, `트럼프`, `ترامب` and `特朗普` are all `TRNP`.
 *
 * P: b p f v · T: d t th · S: s z c j ch sh · K: g k q · R: l r · N: m n ng
 *
 * @see Russell's Soundex (US patent 1,261,167), of which this is a coarser kind that knows more scripts
 */
export type Sound = string;

const shortest = 3;
const longest = 10;
const mostCached = 50_000;

const cache = new Map<string, readonly Sound[]>();

/**
 * The ways in which a word may sound; most have one. Empty when it says too little (fewer than three consonants) or its
 * script is not known.
 *
 * @param word  lower case, NFKC
 */
export function soundsOf(word: string): readonly Sound[] {
  const known = cache.get(word);
  if (known) return known;
  const sounds = [...new Set(variantsOf(word.slice(0, 40)).map(collapsed))].filter(
    (sound) => sound.length >= shortest && sound.length <= longest,
  );
  if (cache.size >= mostCached) cache.clear();
  cache.set(word, sounds);
  return sounds;
}

const latin = /^[\p{Script=Latin}\p{M}'’-]+$/u;
const cyrillic = /^\p{Script=Cyrillic}/u;
const kana = /^[\p{Script=Katakana}\p{Script=Hiragana}ー]/u;
const hangul = /^\p{Script=Hangul}/u;
const arabic = /^\p{Script=Arabic}/u;
const devanagari = /^\p{Script=Devanagari}/u;
const han = /^\p{Script=Han}/u;

function variantsOf(word: string): string[] {
  if (latin.test(word)) return latinVariants(word);
  if (cyrillic.test(word)) return cyrillicVariants(word);
  if (kana.test(word)) return [spelled(word, kanaClasses)];
  if (hangul.test(word)) return hangulVariants(word);
  if (arabic.test(word)) return arabicVariants(word);
  if (devanagari.test(word)) return [spelled(word.normalize('NFD').replace(/\u093c/g, ''), devanagariClasses)];
  if (han.test(word)) return [spelled(word, hanClasses)];
  return [];
}

function collapsed(sound: string): string {
  return sound.replace(/(.)\1+/g, '$1');
}

function spelled(word: string, classes: ReadonlyMap<string, string>): string {
  let sound = '';
  for (const character of word) sound += classes.get(character) ?? '';
  return sound;
}

/** Each class with the letters that it holds, parted by spaces. */
function classesOf(letters: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(letters).flatMap(([sound, members]) =>
      [...members.replaceAll(' ', '')].map((letter) => [letter, sound] as const),
    ),
  );
}

const latinClasses = classesOf({ P: 'bpfvþ', T: 'dtð', S: 'szcjß', K: 'gkq', R: 'lrł', N: 'mn', KS: 'x' });

function latinVariants(word: string): string[] {
  const plain = word
    .normalize('NFD')
    .replace(/[çş]/g, 's')
    .replace(/[\p{M}'’-]/gu, '')
    .replace(/ß/g, 's')
    .replace(/ph/g, 'f')
    .replace(/t?s?ch|sh|sz|cz|zh|t[sz](?=[aeiou])/g, 'j')
    .replace(/kh|ck|c(?=[^eiyhj]|$)|qu/g, 'k')
    .replace(/[gw]h/g, '')
    .replace(/ng(?=[^aeiouy]|$)/g, 'n');
  const sounds = [spelled(plain, latinClasses)];
  const add = (variant: string) => sounds.push(spelled(variant, latinClasses));
  // British ears and Japanese spelling lose the r that no vowel follows.
  const withoutR = plain.replace(/(?<=[aeiou])r+(?=[^aeiouyr]|$)/g, '');
  if (withoutR !== plain) add(withoutR);
  if (plain.includes('th')) add(plain.replaceAll('th', 's'));
  if (/g[eiy]/.test(plain)) add(plain.replace(/d?g(?=[eiy])/g, 'j'));
  if (/^[jx]/.test(plain)) add(plain.slice(1));
  return sounds;
}

const cyrillicClasses = classesOf({ P: 'бпфв', T: 'дт', S: 'зсцчшщж', K: 'гкґ', R: 'лр', N: 'мн' });

function cyrillicVariants(word: string): string[] {
  const plain = word.replace(/дж|тс/g, 'ж').replace(/кс/g, 'кс');
  const whole = spelled(plain, cyrillicClasses);
  // Endings of cases: -ом, -ами, -ов, -ского …
  const ending = /(?:ами|ями|ого|его|ому|ему|ом|ем|ов|ев|ах|ях|ой|ей|ым|им|ых|их)$/u;
  return ending.test(plain) ? [whole, spelled(plain.replace(ending, ''), cyrillicClasses)] : [whole];
}

const kanaClasses = classesOf({
  K: 'カキクケコガギグゲゴヵヶ かきくけこがぎぐげご',
  S: 'サシスセソザジズゼゾチヂ さしすせそざじずぜぞちぢ',
  T: 'タテトダデド たてとだでど',
  TS: 'ツヅ つづ',
  N: 'ナニヌネノマミムメモン なにぬねのまみむめもん',
  P: 'フバビブベボパピプペポヴ ふばびぶべぼぱぴぷぺぽ',
  R: 'ラリルレロ らりるれろ',
});

/** Initial and final consonants in the order of Unicode's syllables (The Unicode Standard, 3.12). */
const hangulInitials = ['K', 'K', 'N', 'T', 'T', 'R', 'N', 'P', 'P', 'S', 'S', '', 'S', 'S', 'S', 'K', 'T', 'P', ''];
const hangulFinals = ' K K K N N N T R K N P R R P R N P P T T N S S K T P '.split(' ');
const particles = /(?<=..)(?:에서|으로|에게|까지|부터|라고|이라|처럼|보다|은|는|이|가|을|를|의|에|도|와|과|로|만|씨)$/u;

function hangulVariants(word: string): string[] {
  const bare = word.replace(particles, '');
  return bare === word ? [hangulSound(word)] : [hangulSound(word), hangulSound(bare)];
}

function hangulSound(word: string): string {
  let sound = '';
  for (const character of word) {
    const syllable = character.charCodeAt(0) - 0xac00;
    if (syllable < 0 || syllable >= 11_172) continue;
    sound += hangulInitials[Math.floor(syllable / 588)] as string;
    sound += hangulFinals[syllable % 28] ?? '';
  }
  return sound;
}

const arabicClasses = classesOf({ P: 'بفپڤ', T: 'تطدذظضث', S: 'سصشزجچ', K: 'كقخغکگ', R: 'لر', N: 'من' });

function arabicVariants(word: string): string[] {
  const plain = word.replace(/[\u064b-\u065f\u0640]/g, '').replace(/تش|دج/g, 'ش');
  const bare = plain.replace(/^(?:[وفبكل]?ال|[وفبلك](?=.{4}))/u, '');
  const sounds = [spelled(plain, arabicClasses)];
  if (bare !== plain) sounds.push(spelled(bare, arabicClasses));
  if (plain.includes('ج')) sounds.push(spelled(bare.replaceAll('ج', 'ك'), arabicClasses));
  return sounds;
}

const devanagariClasses = classesOf({
  K: 'कखगघ',
  S: 'चछजझशषस',
  T: 'टठडढतथदध',
  N: 'ङञणनमंँ',
  P: 'पफबभव',
  R: 'रलळ',
});

/** Characters with which Chinese writes foreign names, by what they stand for. */
const hanClasses = classesOf({
  K: '克科可柯格哥戈卡加盖基吉凯库古考高冈贡葛康肯根坎甘冈金 剋蓋凱庫貢岡',
  S: '斯茨兹西希塞萨沙莎舍谢什施史诗舒司苏索察查乔奇齐切彻楚丘杰吉捷朱茱佐扎泽济齐兹尼采夏肖休绍瑟锡辛森申桑松宗琼钱詹赞尚香 絲茲薩謝詩蘇喬齊徹傑紮澤濟紹錫瓊錢贊',
  T: '特塔泰提蒂迪德达戴道杜都多托图土陶顿丹登邓丁廷汀坦唐通滕 達圖頓鄧',
  R: '拉莱赖兰朗劳勒雷蕾莉利立里理丽林龙隆卢鲁路洛罗略伦琳尔瑞莉列莲廉 萊賴蘭勞麗龍盧魯羅倫爾蓮',
  N: '马玛麦迈曼芒毛梅门蒙孟米密明莫默姆木穆慕纳娜奈南内尼妮宁纽努诺农姆安恩昂翁因英文 馬瑪麥邁門納內寧紐諾農',
  P: '巴芭拜班邦包保鲍贝本比彼毕宾波伯勃博布卜帕派潘庞佩彭皮平珀普浦弗夫福富佛菲费法范凡芬丰维威韦瓦沃 鮑貝畢賓龐費範豐維韋',
  '': '阿埃艾奥亚伊尤约乌哈海汉豪赫黑亨洪胡华怀惠霍侯欧耶叶雅扬英 亞奧約烏漢華懷歐葉揚',
});

/** Runs of the characters with which Chinese writes foreign names: `德国总理默克尔` holds `默克尔`. */
export function foreignNamesInHan(text: string): string[] {
  const runs: string[] = [];
  let run = '';
  for (const character of `${text}\n`) {
    if (hanClasses.has(character)) run += character;
    else {
      if (run.length >= 2) runs.push(run, ...(run.length > 3 ? [run.slice(1), run.slice(0, -1)] : []));
      run = '';
    }
  }
  return runs;
}
