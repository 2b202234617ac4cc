import type { Abbreviations } from './abbreviations.ts';

export const es: Abbreviations = {
  neverLast:
    'Sr Sra Sres Sras Srta D Dª Dña Dr Dra Dres Prof Profa Lic Ing Arq Gral Cnel Cap Tte Sgto Mons Fr Sto Sta Ud Uds Vd Vds p.ej aprox Av Avda Excmo Excma Ilmo Ilma cf EE',
  beforeFigure: 'núm núms nº n.º art arts pág págs p pp vol cap tel a.C d.C',
  mayBeLast: 'EE.UU UU FF.AA S.A S.L Cía Inc a.m p.m JJ.OO',
  starters:
    'El La Los Las Un Una Unos Él Ella Ellos Ellas Se Es Y O Pero Sin Con En De Del Al A Por Para Según Tras Desde Hasta Si Cuando Como Que Quién Quien Qué Dónde Este Esta Esto Estos Estas Ese Esa Su Sus No Nadie Nada También Además Ahora Después Luego Ya Todos Muchos Varios Algunos Así',
};
