import type { Abbreviations } from './abbreviations.ts';

export const fr: Abbreviations = {
  neverLast: 'M MM Mme Mmes Mlle Mlles Me Mgr Dr Dre Pr Prof St Ste Gal Cdt Cne p.ex c.-à-d env cf av apr boul ap',
  beforeFigure: 'art h p pp vol chap no nos n fig al t',
  mayBeLast: 'Cie J.-C janv févr avr juil sept oct nov déc Inc Ltée',
  starters:
    'Le La Les Un Une Des Il Elle Ils Elles On Nous Vous Je Ce Cet Cette Ces Mais Et Ou Donc Or Puis Ensuite Dans En À Au Aux Sur Sous Pour Par Avec Sans Selon Après Avant Depuis Si Quand Comme Qui Que Où Son Sa Ses Leur Leurs Aucun Aucune Tous Plusieurs Certains Personne Rien',
};
