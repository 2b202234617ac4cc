import type { Abbreviations } from './abbreviations.ts';

export const de: Abbreviations = {
  neverLast:
    'Dr Prof Hr Fr St Dipl Ing Mag Frhr z.B z.T z.Zt d.h u.a u.ä i.d.R i.e.S o.g sog bzw bspw vgl ggf ggfs inkl exkl ca evtl insb insbes einschl zzgl abzgl gem lt max min v geb verh gest Mio Mrd Tsd Bd Hrsg Str Nr v.a m.E',
  beforeFigure: 'Nr Art Abs S Kap Bd Jh ff Abb Tab § Anm Ziff',
  mayBeLast: 'Mio Mrd Tsd Co Jan Feb Apr Aug Sept Okt Nov Dez Str e.V a.D v.Chr n.Chr Chr a.M',
  starters:
    'Der Die Das Den Dem Des Ein Eine Einer Er Sie Es Wir Ich Ihr Man Und Aber Doch Auch Dann Danach Da Dort Hier Nach Vor Bei Mit Von Für In Im Am An Auf Aus Zu Zum Zur Seit Bis Um Wenn Als Weil Nun Jetzt So Wie Was Wer Wo Warum Diese Dieser Dieses Seine Ihre Sein Kein Keine Alle Viele Einige Beide Zudem Außerdem Laut',
};
