import type { Abbreviations } from './abbreviations.ts';

export const en: Abbreviations = {
  neverLast:
    'Mr Mrs Ms Mx Messrs Dr Prof St Mt Ft Gen Col Maj Lt Cmdr Capt Sgt Cpl Pvt Adm Gov Sen Rep Reps Sens Rev Hon Pres Supt Insp Det Atty Sec Fr Br vs v cf e.g i.e viz approx ca al Lt.Gen Lt.Col Maj.Gen Brig.Gen',
  beforeFigure: 'No Nos Art Fig Vol Ch Sec p pp c Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
  mayBeLast:
    'Inc Ltd Corp Co Bros Jr Sr Esq Ph.D M.D B.A M.A Mass Calif Conn Fla Ill Mich Minn Pa Tenn Va Wash Wis Ariz Ala Ark Colo Del Kan La Md Miss Mo Mont Neb Nev Okla Ore Tex Vt Wyo Ga Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ave Blvd Rd Univ Dept',
  starters:
    'The A An In It He She They We You I But And So Or Yet This That These Those There Then Here On At For As If When While After Before Since Until Now Its His Her Their Our My Your No Not Nobody Some Many Most Both Each All Several Few One Two Three What Who Why How Where Which However Meanwhile Instead Still Also According Critics Officials With From By To Under Over About Among Because Although Though Earlier Later Last Next Prices Shares Sales Analysts Experts Residents',
};
