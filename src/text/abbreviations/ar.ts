import type { Abbreviations } from './abbreviations.ts';

export const ar: Abbreviations = {
  neverLast: 'د أ م ا.د أ.د ص ت ج',
  beforeFigure: 'ص ج رقم',
  mayBeLast: 'ق.م هـ',
  starters: '',
};
