import { describe, expect, it } from 'vitest';
import { namePairsOf } from '../../src/text/namePairs.ts';

/** Language, text, the name and the other. */
const pairs: readonly (readonly [string, string, string, string])[] = [
  ['en', 'Experts of the World Health Organization (WHO) met.', 'World Health Organization', 'WHO'],
  ['en', 'The International Atomic Energy Agency [IAEA] met.', 'International Atomic Energy Agency', 'IAEA'],
  ['en', 'the Centers for Disease Control and Prevention (CDC)', 'Centers for Disease Control and Prevention', 'CDC'],
  ['en', 'the Department of Justice’s (DOJ) request', 'Department of Justice', 'DOJ'],
  ['en', 'the WHO (World Health Organization) said', 'World Health Organization', 'WHO'],
  ['en', 'Non-Governmental Organisations (NGOs) fear', 'Non-Governmental Organisations', 'NGO'],
  ['en', 'The Food and Drug Administration (F.D.A.) warned', 'Food and Drug Administration', 'F.D.A.'],
  ['en', 'shares of Samsung (三星) grew', '三星', 'Samsung'],
  ['en', 'President Xi Jinping (习近平) spoke', '习近平', 'Xi Jinping'],
  ['de', 'Die Weltgesundheitsorganisation (WHO) warnt.', 'Weltgesundheitsorganisation', 'WHO'],
  ['de', 'die Europäische Zentralbank (EZB) hebt', 'Europäische Zentralbank', 'EZB'],
  ['de', 'der Bundesverband der Deutschen Industrie (BDI)', 'Bundesverband der Deutschen Industrie', 'BDI'],
  ['de', 'die Österreichische Volkspartei (ÖVP) will', 'Österreichische Volkspartei', 'ÖVP'],
  ['fr', "l'Organisation mondiale de la santé (OMS) alerte", 'Organisation mondiale de la santé', 'OMS'],
  ['fr', "l'Agence internationale de l'énergie atomique (AIEA)", "Agence internationale de l'énergie atomique", 'AIEA'],
  ['fr', 'la SNCF (Société nationale des chemins de fer)', 'Société nationale des chemins de fer', 'SNCF'],
  ['es', 'la Organización Mundial de la Salud (OMS)', 'Organización Mundial de la Salud', 'OMS'],
  ['es', 'la Fiscalía General de la República (FGR)', 'Fiscalía General de la República', 'FGR'],
  ['es', 'El Servicio Penitenciario Bonaerense (SPB, por sus siglas) dijo', 'Servicio Penitenciario Bonaerense', 'SPB'],
  ['ru', 'данные Всемирной организации здравоохранения (ВОЗ)', 'Всемирной организации здравоохранения', 'ВОЗ'],
  ['ru', 'в Российской академии наук (далее — РАН)', 'Российской академии наук', 'РАН'],
  ['ru', 'заявил Банк Англии (Bank of England) вчера', 'Банк Англии', 'Bank of England'],
  ['ru', 'учёный Стэнли Джонсон (Stanley Johnson) сказал', 'Стэнли Джонсон', 'Stanley Johnson'],
  ['ru', 'в лице Федерации немецкой промышленности (BDI)', 'Федерации немецкой промышленности', 'BDI'],
  ['ru', 'препарат Ремдесивир (Remdesivir) помог', 'Ремдесивир', 'Remdesivir'],
  ['ar', 'سافر إلى القاهرة (Cairo) أمس', 'القاهرة', 'Cairo'],
  ['ar', 'قالت منظمة الصحة العالمية (WHO) إن', 'منظمة الصحة العالمية', 'WHO'],
  ['ar', 'قال الرئيس دونالد ترامب (Donald Trump)', 'دونالد ترامب', 'Donald Trump'],
  ['ja', '国連の世界保健機関（WHO）は', '世界保健機関', 'WHO'],
  ['ja', '韓国の文在寅（ムン・ジェイン）大統領', '文在寅', 'ムン・ジェイン'],
  ['ja', '中国の習近平（シー・チンピン）国家主席', '習近平', 'シー・チンピン'],
  ['ja', '米国のツイッター（Ｔｗｉｔｔｅｒ社）と三星電子［Ｓａｍｓｕｎｇ］は', '三星電子', 'Samsung'],
  ['ja', '木原稔（きはら・みのる）防衛相', '木原稔', 'きはら・みのる'],
  ['ja', '前会長のドナルド・トランプ（Ｄｏｎａｌｄ　Ｔｒｕｍｐ）氏', 'ドナルド・トランプ', 'Donald Trump'],
  ['ja', '日本経済団体連合会（経団連）は', '日本経済団体連合会', '経団連'],
  ['ja', 'ドイツ産業連盟〔以下BDI〕は', 'ドイツ産業連盟', 'BDI'],
  ['ja', '内閣府はGDP（国内総生産）を発表した', '国内総生産', 'GDP'],
  ['ko', '도널드 트럼프(Donald Trump) 대통령', '도널드 트럼프', 'Donald Trump'],
  ['ko', '트럼프(Donald Trump) 대통령', '트럼프', 'Donald Trump'],
  ['ko', '유엔 산하 세계보건기구(WHO)는', '세계보건기구', 'WHO'],
  ['ko', '시진핑(習近平) 국가주석', '習近平', '시진핑'],
  ['ko', '대한의사협회(의협)가', '대한의사협회', '의협'],
  ['ko', '휠링(Wheeling)에서', '휠링', 'Wheeling'],
  ['zh-Hans', '日内瓦的世界卫生组织（WHO）说', '世界卫生组织', 'WHO'],
  ['zh-Hans', '世界卫生组织（简称世卫组织）说', '世界卫生组织', '世卫组织'],
  ['zh-Hans', '美国总统唐纳德·特朗普（Donald Trump）说', '唐纳德·特朗普', 'Donald Trump'],
  ['zh-Hant', '，艾爾多安 (Erdogan) 表示', '艾爾多安', 'Erdogan'],
  ['zh-Hant', '，三星（Samsung）表示', '三星', 'Samsung'],
];

/** Language and text; why there is no pair. */
const others: readonly (readonly [string, string])[] = [
  ['en', 'WASHINGTON (AP) - The Senate met.'],
  ['en', 'JERUSALEM (Reuters) Israel said'],
  ['en', 'House leader Steny Hoyer (D-Md.) said'],
  ['en', 'Rep. Hakeem Jeffries (D-N.Y.) and Sen. Mitch McConnell (R-Ky)'],
  ['en', 'Philippe Close (PS) and Leandro Paredes (PSG)'],
  ['en', 'Anna Smith (34) and her son (born 2001)'],
  ['en', 'on Saturday (September 29) at noon (ET)'],
  ['en', 'Roche (SIX: RO, ROG) and Apple (AAPL) rose'],
  ['en', 'about 30 miles (48 kilometers) away, for $350bn (£270bn)'],
  ['en', 'on the Etihad Stadium (Manchester) and in Paris (France)'],
  ['en', 'the government money (local, state, federal)'],
  ['en', 'he said (He later denied that he had said it.)'],
  ['en', 'genetically modified (GM) rice'],
  ['en', 'a yoga guru (with 7.2 million subscribers)'],
  ['de', 'Jürgen Klopp (Foto: dpa) und Elisabeth Köstinger (ÖVP)'],
  ['de', 'Teheran (dpa) – Eine Seniorin (82)'],
  ['de', 'Angeklagt ist Bernd M. (Name geändert)'],
  ['fr', 'Leandro Paredes (PSG) et Bruno (CFDT)'],
  ['fr', 'Giroud va filer (mais pourquoi ?) en Italie (VIDÉO)'],
  ['es', 'en cuatro ocasiones (2006, 2009, 2011 y 2015)'],
  ['es', 'México, 1 Ene (Notimex).- El presidente'],
  ['ru', 'МОСКВА (Reuters) - Банк'],
  ['ru', 'братья Руссо («Мстители») и Кай (EXO)'],
  ['ru', 'фильм «Добровольцы» (1958 г.)'],
  ['ru', 'миллион фунтов (1,25 миллиона долларов)'],
  ['ru', 'учёные Министерства обороны США (DARPA) сказали'],
  ['ru', 'форвард Леброн Джеймс (NBA) забил'],
  ['ru', 'события (быстрые радиовспышки) и fast radio burst (быстрые радиовспышки)'],
  ['ar', 'دبي، الإمارات العربية المتحدة (CNN)-- قالت'],
  ['ar', 'القاهرة (رويترز) قال'],
  ['ar', 'يوم السبت (29 سبتمبر) على بعد 300 كيلو (180 ميل)'],
  ['ja', '大谷翔平（ドジャース）が'],
  ['ja', '渋野日向子（サントリー）は'],
  ['ja', 'ジョン・マケイン（共和党）上院議員'],
  ['ja', '【ワシントン（ロイター）】'],
  ['ja', '午前１１時（ET）、サイポフ（30歳）は'],
  ['ja', 'ジョン・スミス（NFL）選手'],
  ['ja', '大会（東京）で'],
  ['ja', '「行く」と彼は言った（本当に行った）'],
  ['ko', '손흥민(토트넘)과 이정후(LAD)'],
  ['ko', '2000억 달러(1500억 파운드)'],
  ['ko', '서울(연합뉴스) 기자'],
  ['ko', '영국(런던)에서'],
  ['ko', '빈곤 프로젝트(Global Poverty Project)와 우선 위원회(Priorities USA)'],
  ['zh-Hans', '巴鲁以北300公里（190英里）'],
  ['zh-Hans', '今年七月，酒吧和餐馆（包括新开张的）'],
  ['zh-Hans', '上海（路透社）'],
  ['zh-Hant', '在禮拜六（9 月 29 日）早上約 10:15 分（英國夏令時間）'],
];

describe('names that a text prints side by side', () => {
  it.each(pairs)('%s: %s', (language, text, name, other) => {
    expect(namePairsOf(text, language)).toEqual([{ name, other }]);
  });

  it.each(others)('%s: none in %s', (language, text) => {
    expect(namePairsOf(text, language)).toEqual([]);
  });

  it('keeps each once, and few of a text that is full of them', () => {
    const text = 'the World Health Organization (WHO) and ';
    expect(namePairsOf(text.repeat(3), 'en')).toHaveLength(1);
    const many = Array.from({ length: 90 }, (_, index) => {
      const letters = [
        ...`${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + Math.floor(index / 26))}`,
      ];
      return `the ${letters.map((letter) => `${letter.toUpperCase()}onal`).join(' ')} Union (${letters.join('').toUpperCase()}U)`;
    });
    expect(namePairsOf(many.join(' and '), 'en').length).toBe(20);
  });

  it('finds nothing in long rows of letters and brackets', () => {
    const text = `${'A'.repeat(5_000)}${'('.repeat(2_000)}${'A b '.repeat(700)}(${'A'.repeat(79)})`;
    expect(namePairsOf(text, 'de')).toEqual([]);
  });
});
