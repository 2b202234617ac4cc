import type { Abbreviations } from './abbreviations.ts';

export const pl: Abbreviations = {
  neverLast:
    'św ks o dr prof hab mgr inż gen płk ppłk mjr kpt por ul al pl os im np tzn tj tzw m.in ang niem łac fr ok wg ds red',
  beforeFigure: 'nr art ust poz str s t tel pkt',
  mayBeLast: 'r w tys mln mld zł gr godz',
  starters:
    'W Na Z Ze Do Od Po Przed Za Dla O U Pod Nad Przy I A Ale Jednak To Ten Ta Te Ci Nie Tak On Ona Oni One My Jak Gdy Kiedy Jest Są Był Była Według Policja Wczoraj Dziś Potem',
};
