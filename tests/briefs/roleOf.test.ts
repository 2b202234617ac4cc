import { describe, expect, test } from 'vitest';
import { roleOf } from '../../src/briefs/roleOf.ts';
import type { SectionKind } from '../../src/news/brief.ts';

const sentences: Readonly<Record<string, Partial<Record<SectionKind, string>>>> = {
  en: {
    happened: 'The ferry struck the pier at Port Averne on Monday morning.',
    unknown: 'It was not immediately clear how many people were on board.',
    counterview: 'The shipyard rejects the report of the harbour office.',
    outlook: 'A second ship is due to arrive in Stanewick by Friday.',
    background: 'The pier was built in 1971 by the county.',
    reactions: '“We heard a bang,” said Mara Quill.',
  },
  de: {
    happened: 'Die Fähre rammte am Montag den Anleger von Stanewick.',
    unknown: 'Die Ursache ist noch unklar.',
    counterview: 'Die Werft wies die Vorwürfe zurück.',
    outlook: 'Das zweite Schiff soll am Freitag eintreffen.',
    background: 'Der Anleger wurde vor zwanzig Jahren gebaut.',
    reactions: '„Wir hörten einen Knall“, sagte Mara Quill.',
  },
  fr: {
    happened: 'Le ferry a heurté la jetée lundi matin.',
    unknown: 'La cause de l’accident reste inconnue.',
    counterview: 'Le chantier conteste le rapport du port.',
    outlook: 'Un second navire arrivera la semaine prochaine.',
    background: 'La jetée a été construite il y a vingt ans.',
    reactions: '« On a entendu un choc », a déclaré Mara Quill.',
  },
  es: {
    happened: 'El transbordador chocó con el muelle el lunes.',
    unknown: 'Se desconoce la causa del accidente.',
    counterview: 'El astillero rechaza el informe del puerto.',
    outlook: 'Un segundo barco llegará el viernes.',
    background: 'El muelle se construyó hace veinte años.',
    reactions: '«Oímos un golpe», dijo Mara Quill.',
  },
  pt: {
    happened: 'A balsa bateu no cais na segunda-feira.',
    unknown: 'Ainda não se sabe a causa do acidente.',
    counterview: 'O estaleiro nega a falha.',
    outlook: 'Um segundo navio chegará e terá mais lugares; a rota será ampliada.',
    background: 'O cais foi construído há vinte anos.',
    reactions: '“Ouvimos um estrondo”, disse Mara Quill.',
  },
  ru: {
    happened: 'Паром врезался в пирс в понедельник утром.',
    unknown: 'Причина аварии пока неизвестна.',
    counterview: 'Верфь опровергла выводы комиссии.',
    outlook: 'Второе судно будет готово к пятнице.',
    background: 'Пирс построили двадцать лет назад.',
    reactions: '«Мы услышали удар», — сказала Мара Квилл.',
  },
  ar: {
    happened: 'اصطدمت العبارة بالرصيف صباح الاثنين.',
    unknown: 'لم يتضح سبب الحادث.',
    counterview: 'نفت الشركة وجود خلل.',
    outlook: 'من المتوقع وصول سفينة ثانية الجمعة.',
    background: 'بني الرصيف قبل عشرين سنوات، منذ عام 1971.',
  },
  ja: {
    happened: '連絡船が月曜日の朝、桟橋に衝突した。',
    unknown: '事故の原因は分かっていない。',
    counterview: '造船所は報告書に反論した。',
    outlook: '二隻目の船は金曜日に到着する予定だ。',
    background: '桟橋は20年前に造られた。',
    reactions: '「大きな音がした」と宿の主人は話した。',
  },
  ko: {
    happened: '여객선이 월요일 아침 부두에 부딪혔다.',
    unknown: '사고 원인은 아직 알려지지 않았다.',
    counterview: '조선소는 보고서를 반박했다.',
    outlook: '두 번째 배는 금요일에 도착할 예정이다.',
    background: '부두는 20년 전에 지어졌다.',
  },
  zh: {
    happened: '渡轮周一早上撞上码头。',
    unknown: '事故原因尚不清楚。',
    counterview: '船厂否认了这份报告。',
    outlook: '第二艘船预计周五抵达。',
    background: '码头建于20年前。',
    reactions: '“我们听到一声巨响，”奎尔说。',
  },
};

describe.each(Object.entries(sentences))('%s', (language, byRole) => {
  test.each(Object.entries(byRole))('%s: %s', (role, sentence) => {
    expect(roleOf(sentence, language)).toBe(role);
  });
});

test('a language without cues tells what happened', () => {
  expect(roleOf('Feribot iskeleye çarptı.', 'tr')).toBe('happened');
});
