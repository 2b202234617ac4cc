import type { Messages } from './en.ts';

export const ja: Messages = {
  // A briefing
  briefingTitle: '{edition} · {date}',
  editionMorning: '朝のニュースまとめ',
  editionMidday: '昼のニュースまとめ',
  editionEvening: '夕方のニュースまとめ',
  editionNight: '夜のニュースまとめ',
  briefingCounts:
    'ニュース{stories, plural, other {#件}}（情報源{sources, plural, other {#件}}、記事{articles, plural, other {#本}}から）',
  topStories: '主要ニュース',
  storyOutlets: '{outlets}',
  storyOutletsMore: '{outlets} ほか{more}媒体',
  storyOrigins: '{count, plural, other {独立した情報源#件}}',
  storyNews: '前回（{since}）からの動き：{headline}',
  noticeExtractive:
    'リンク先の元記事の文を、そのまま抜き出してまとめました。記事はその後変わっている場合があります。元記事もご確認ください。',
  readFullBrief: '詳しく読む',
  related: '関連ニュース',
  sources: '情報源',
  briefingEmpty: '{topics}：この1日半、新しいニュースはありません。',
  briefingEmptyHint: '{command}でほかのテーマを選ぶか、しばらくしてからもう一度お試しください。',

  // A full brief
  keyPoints: '情報源が伝えていること',
  sourcesHeading: '情報源',
  sourceCopies: '情報源{number}と同じ内容',
  relatedHeading: '関連ニュース',
  relatedNone: 'これに近いニュースはまだありません。',
  briefNoticeExtractive:
    '作成方法：{sentences, plural, =0 {見出しだけを載せています。} other {#文を、番号で示した情報源からそのまま引用しています。}}生成した文章はありません。元記事は変わることがあるため、あわせてご確認ください。',
  briefHeadlineOnly: 'いまのところ、見出し以上の内容は伝えられていません。',
  storyGone: 'そのニュースはもう保存されていません。新しいニュースは{command}で探せます。',

  // Subscribing
  subscribed: '{channel}に**{topics}**を{when}、{language}で配信します。次回は{next}です。',
  subscribedReplaced: '変更しました。{channel}に**{topics}**を{when}、{language}で配信します。次回は{next}です。',
  whenTimes: '{days} {times}（{zone}）',
  whenInterval: '{minutes, plural, =60 {1時間} other {#分}}ごと（新着がある場合）',
  whenIntervalHours: '{hours, plural, other {#時間}}ごと（新着がある場合）',
  everyDay: '毎日',
  workdays: '月〜金曜',
  weekend: '土・日曜',
  preview: 'プレビュー',
  undo: '取り消す',
  undone: '取り消しました。{channel}に**{topics}**は配信されません。',
  unsubscribed: '{channel}への**{topics}**の配信を終了しました。',
  unsubscribedAlready: 'その配信はすでに終了しています。',
  subscriptionsTitle: 'このサーバーの配信',
  subscriptionsNone: '配信先のチャンネルはまだありません。{command}で始められます。',
  subscriptionLine: '{channel} · **{topics}** · {when}、{language}。次回：{next}',
  subscriptionSuspended: '{channel} · **{topics}** · 停止中：{reason}',
  subscriptionLabel: '#{channel}：{topics}、{when}',

  // Topics
  topicsTitle: 'テーマ',
  topicsOwn: 'このサーバー独自のテーマ',
  topicsOwnNone: 'まだありません。{command}で、好きな言葉からテーマを作れます。',
  topicAdded:
    '**{name}**を追加しました。次の言葉のどれかを含むニュースを集めます：{words}。この1週間では{count, plural, =0 {まだ1件もありません} other {#件です}}。',
  topicRemoved: '**{name}**を削除しました。',
  topicShown:
    '**{name}**は、次の言葉のどれかを含むニュースを集めます：{words}。この1週間では{count, plural, =0 {1件もありません} other {#件です}}。',
  topicAbout: '{emoji} **{name}**：この1週間のニュースは{count, plural, =0 {ありません} other {#件です}}。',

  // Sources
  sourcesTitle: '情報源{count, plural, other {#件}}',
  sourcesPage: '{page}／{pages}ページ',
  sourcesHealth: '正常{healthy}件、不調{failing}件、未取得{fresh}件',
  sourceHealthy: '{when}に取得',
  sourceFailing: '不調：{reason}',
  sourceNew: '未取得',
  sourceAdded:
    '**{title}**を追加しました。{count, plural, =0 {いまは記事がありません。} other {いま#本の記事があります。例：}}{example}',
  sourceKnown: '**{title}**はすでにあります。',
  sourceRemoved: 'このサーバーから**{title}**を外しました。',
  sourcesNone: '条件に合う情報源はありません。',
  next: '次へ',
  previous: '前へ',

  // Finding
  searchTitle: '「{words}」の検索結果',
  searchNone:
    'この{days, plural, =1 {1日} other {#日間}}の記事に「{words}」は見つかりませんでした。言葉を減らすか短くすると、見つかりやすくなります。',
  relatedTitle: '「{headline}」の関連ニュース',

  // Help
  helpTitle: 'Tidings',
  helpIntro: 'このサーバーにニュースのまとめを届けます。何が起きたか、誰がそう伝えているか、元記事へのリンクつきで。',
  helpReading: '読む',
  helpManaging: 'サーバーを管理する方へ',
  helpFooter: 'この返事はご本人にしか見えません。ニュースまとめは、配信先に設定したチャンネルに投稿されます。',
  helpSubscribe: 'チャンネルへの配信を設定（日時とテーマを選べます）',
  helpUnsubscribe: '配信を終了',
  helpSubscriptions: 'このサーバーの配信と次回の予定',
  helpBriefing: 'いまのニュースまとめを自分だけに表示',
  helpTopics: 'テーマの一覧',
  helpTopicsAdd: '好きな言葉でテーマを作成',
  helpStory: '一つのニュースを詳しく',
  helpRelated: '理解の助けになる関連ニュース（リンクからも探せます）',
  helpSearch: '言葉で記事を検索（どの言語でも）',
  helpSources: 'ニュースの情報源とその状態',
  helpSourcesAdd: '独自の情報源（フィード）を追加',
  helpHelp: 'このページ',

  // What went wrong
  errorUnknown: 'うまくいきませんでした。こちらの不具合です。記録しましたので、もう一度お試しください。',
  errorManage: '*サーバー管理*の権限が必要です。',
  errorServerOnly: 'サーバーでお使いください。ダイレクトメッセージでは使えません。',
  errorTimes: '「{typed}」は時刻として読み取れません。「07:00」「07:00、18:30」「2時間ごと」のように入力してください。',
  errorTooManyTimes: '配信は1日12回までです。時刻を12個以下にするか、「2時間ごと」のように入力してください。',
  errorInterval: '間隔は5分から24時間までです。「30分ごと」のように入力してください。',
  errorZone:
    '「{typed}」というタイムゾーンは見つかりません。{suggestion, select, none {Europe/BerlinやAsia/Tokyoのように入力してください。} other {{suggestion}のことでしょうか。}}',
  errorTopic:
    '「{typed}」というテーマはありません。{suggestion, select, none {{command}で一覧を見られます。} other {「{suggestion}」のことでしょうか。}}',
  errorTopicWords: 'テーマの言葉は1個から20個までです。読点かコンマで区切り、一つにつき60文字以内で入力してください。',
  errorTopicName: 'テーマの名前は2文字から40文字までで、読点とコンマは使えません。',
  errorTopicExists: '**{name}**というテーマはすでにあります。別の名前にするか、先にそのテーマを削除してください。',
  errorTopicUsed: '{channel}に**{name}**を配信しています。先に{command}で配信を終了してください。',
  errorTopicsTooMany: '独自のテーマは30個までです。先にどれかを削除してください。',
  errorChannelKind: '{channel}には配信できません。テキストチャンネルかアナウンスチャンネルを選んでください。',
  errorPermissions:
    '{channel}に投稿できません。足りない権限：{missing}。このチャンネルでTidingsに権限を与えてから、もう一度お試しください。',
  errorSubscription: 'このサーバーに「{typed}」という配信はありません。入力中に表示される候補から選んでください。',
  errorStory:
    '「{typed}」に合うニュースは見つかりません。入力中に表示される候補から選ぶか、{command}で探してください。',
  errorLink: 'そのリンクの記事は見つかりません。探せるのは、このサーバーの情報源が出した記事だけです。',
  errorSource: '「{typed}」という情報源はありません。入力中に表示される候補から選んでください。',
  errorSourceUrl:
    '「{typed}」はウェブアドレスではありません。https:// で始まるフィードのアドレスを貼り付けてください。',
  errorSourceUnreadable: 'フィードとして読み込めませんでした：{reason}',
  errorSourcesTooMany: '独自の情報源は50件までです。先にどれかを外してください。',
  errorWords: '探す言葉を一つ以上入力してください。',

  // Names of permissions, as Discord calls them in this language
  permissionViewChannel: 'チャンネルを見る',
  permissionSendMessages: 'メッセージを送信',
  permissionEmbedLinks: '埋め込みリンク',
};
