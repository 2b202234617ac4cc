import type { Abbreviations } from './abbreviations.ts';

export const pt: Abbreviations = {
  neverLast:
    'Sr Sra Srs Sras Srta D Dr Dra Drs Prof Profa Eng Arq Gen Cel Cap Ten Sgt Exmo Exma V.Exa V.Ex p.ex aprox Av R Pe Sto Sta cf',
  beforeFigure: 'nº n.º art arts pág págs p pp vol cap tel',
  mayBeLast: 'S.A Ltda Cia Inc Jr a.C d.C EUA',
  starters:
    'O A Os As Um Uma Ele Ela Eles Elas Se É E Ou Mas Sem Com Em No Na Nos Nas De Do Da Por Para Segundo Após Desde Até Quando Como Que Quem Este Esta Isso Esse Essa Seu Sua Não Ninguém Nada Também Além Agora Depois Já Todos Muitos Vários Alguns Assim',
};
