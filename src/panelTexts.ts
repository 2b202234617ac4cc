import { languageOfLocale } from './discord/languages/index.ts';

type PanelTexts = {
  readonly deliver: string;
  readonly publish: string;
  readonly starting: string;
  readonly nothingNew: string;
  readonly allPublished: string;
  nobodyAsked(subscribe: string): string;
  delivered(channels: string): string;
  published(title: string): string;
};

const english: PanelTexts = {
  deliver: 'Deliver the next briefings now',
  publish: 'Publish the next article',
  starting: 'Tidings is still starting.',
  nobodyAsked: (subscribe) => `No channel has asked for briefings: ${subscribe}.`,
  nothingNew: 'Nothing new since the last briefings.',
  allPublished: 'The newsroom has published everything it has.',
  delivered: (channels) => `Delivered to ${channels}.`,
  published: (title) => `Published: “${title}”. Tidings reads it within seconds.`,
};

const texts: Readonly<Record<string, PanelTexts>> = {
  en: english,
  de: {
    deliver: 'Die nächsten Überblicke jetzt liefern',
    publish: 'Den nächsten Artikel veröffentlichen',
    starting: 'Tidings startet noch.',
    nobodyAsked: (subscribe) => `Noch hat kein Kanal Nachrichten bestellt: ${subscribe}.`,
    nothingNew: 'Seit dem letzten Überblick gibt es nichts Neues.',
    allPublished: 'Die Redaktion hat alles veröffentlicht, was sie hat.',
    delivered: (channels) => `Geliefert an ${channels}.`,
    published: (title) => `Veröffentlicht: „${title}“. Tidings liest ihn in wenigen Sekunden.`,
  },
  fr: {
    deliver: 'Envoyer les prochains bulletins maintenant',
    publish: 'Publier l’article suivant',
    starting: 'Tidings démarre encore.',
    nobodyAsked: (subscribe) => `Aucun salon ne reçoit encore de nouvelles : ${subscribe}.`,
    nothingNew: 'Rien de neuf depuis les derniers bulletins.',
    allPublished: 'La rédaction a publié tout ce qu’elle a.',
    delivered: (channels) => `Envoyé dans ${channels}.`,
    published: (title) => `Publié : « ${title} ». Tidings le lit dans quelques secondes.`,
  },
  es: {
    deliver: 'Entregar ya los próximos boletines',
    publish: 'Publicar el siguiente artículo',
    starting: 'Tidings todavía está arrancando.',
    nobodyAsked: (subscribe) => `Ningún canal ha pedido noticias: ${subscribe}.`,
    nothingNew: 'No hay nada nuevo desde los últimos boletines.',
    allPublished: 'La redacción ya ha publicado todo lo que tiene.',
    delivered: (channels) => `Entregado en ${channels}.`,
    published: (title) => `Publicado: «${title}». Tidings lo lee en unos segundos.`,
  },
  pt: {
    deliver: 'Entregar já os próximos boletins',
    publish: 'Publicar o próximo artigo',
    starting: 'O Tidings ainda está iniciando.',
    nobodyAsked: (subscribe) => `Nenhum canal pediu notícias: ${subscribe}.`,
    nothingNew: 'Nada de novo desde os últimos boletins.',
    allPublished: 'A redação já publicou tudo o que tem.',
    delivered: (channels) => `Entregue em ${channels}.`,
    published: (title) => `Publicado: “${title}”. O Tidings o lê em alguns segundos.`,
  },
  ru: {
    deliver: 'Прислать следующие сводки сейчас',
    publish: 'Опубликовать следующую статью',
    starting: 'Tidings ещё запускается.',
    nobodyAsked: (subscribe) => `Ни один канал ещё не подписан: ${subscribe}.`,
    nothingNew: 'С прошлых сводок ничего нового.',
    allPublished: 'Редакция опубликовала всё, что у неё есть.',
    delivered: (channels) => `Отправлено: ${channels}.`,
    published: (title) => `Опубликовано: «${title}». Tidings прочтёт это через несколько секунд.`,
  },
  ja: {
    deliver: '次のまとめを今すぐ届ける',
    publish: '次の記事を公開する',
    starting: 'Tidingsはまだ起動中です。',
    nobodyAsked: (subscribe) => `ニュースを受け取るチャンネルがまだありません：${subscribe}`,
    nothingNew: '前回のまとめから新しいニュースはありません。',
    allPublished: '記事はすべて公開されました。',
    delivered: (channels) => `${channels} に届けました。`,
    published: (title) => `「${title}」を公開しました。数秒でTidingsが読みます。`,
  },
  ko: {
    deliver: '다음 브리핑 지금 보내기',
    publish: '다음 기사 내보내기',
    starting: 'Tidings가 아직 시작하는 중입니다.',
    nobodyAsked: (subscribe) => `뉴스를 받는 채널이 아직 없습니다: ${subscribe}`,
    nothingNew: '지난 브리핑 뒤로 새 소식이 없습니다.',
    allPublished: '준비된 기사를 모두 내보냈습니다.',
    delivered: (channels) => `${channels}에 보냈습니다.`,
    published: (title) => `‘${title}’ 기사를 내보냈습니다. 몇 초 안에 Tidings가 읽습니다.`,
  },
  'zh-Hans': {
    deliver: '立即发送下一期简报',
    publish: '发布下一篇文章',
    starting: 'Tidings 还在启动。',
    nobodyAsked: (subscribe) => `还没有频道订阅简报：${subscribe}`,
    nothingNew: '自上期简报以来没有新消息。',
    allPublished: '编辑部的文章已全部发布。',
    delivered: (channels) => `已发送到 ${channels}。`,
    published: (title) => `已发布：“${title}”。Tidings 几秒内就会读到。`,
  },
  'zh-Hant': {
    deliver: '立即送出下一期新聞摘要',
    publish: '發布下一篇文章',
    starting: 'Tidings 仍在啟動。',
    nobodyAsked: (subscribe) => `還沒有頻道訂閱新聞摘要：${subscribe}`,
    nothingNew: '自上期摘要以來沒有新消息。',
    allPublished: '編輯部的文章已全部發布。',
    delivered: (channels) => `已送到 ${channels}。`,
    published: (title) => `已發布：「${title}」。Tidings 幾秒內就會讀到。`,
  },
};

/** What the panel says to somebody with one of Discord's locales; English where nothing is written. */
export function panelTexts(locale: string): PanelTexts {
  return texts[languageOfLocale(locale)] ?? english;
}
