import type { Messages } from './en.ts';

/** As written in Taiwan. */
export const zhHant: Messages = {
  // A briefing
  briefingTitle: '{edition} · {date}',
  editionMorning: '晨間新聞摘要',
  editionMidday: '午間新聞摘要',
  editionEvening: '晚間新聞摘要',
  editionNight: '深夜新聞摘要',
  briefingCounts:
    '{stories, plural, other {#則新聞}}，綜合{sources, plural, other {#個來源}}的{articles, plural, other {#篇報導}}',
  topStories: '要聞',
  storyOutlets: '{outlets}',
  storyOutletsMore: '{outlets}及另外{more}家',
  storyOrigins: '{count, plural, other {#個獨立來源}}',
  storyNews: '上次發布（{since}）後的新進展：{headline}',
  noticeExtractive: '內容摘錄自所附連結的原文。原文之後可能有更動，請以原文為準。',
  readFullBrief: '閱讀詳細內容',
  related: '相關新聞',
  sources: '來源',
  briefingEmpty: '{topics}：最近一天半沒有新消息。',
  briefingEmptyHint: '可以用{command}換個主題，或稍後再回來看看。',

  // A full brief
  keyPoints: '各來源怎麼說',
  sourcesHeading: '來源',
  sourceCopies: '內容與來源{number}相同',
  relatedHeading: '相關新聞',
  relatedNone: '目前還沒有與這則相近的新聞。',
  briefNoticeExtractive:
    '編寫方式：{sentences, plural, =0 {僅列出標題} other {共#句，皆逐字引自編號所示的來源}}，未生成任何文字。原文可能有更動，請以原文為準。',
  briefHeadlineOnly: '目前各來源只發布了標題，沒有更多內容。',
  storyGone: '這則新聞已不再保存。可以用{command}找較新的新聞。',

  // Subscribing
  subscribed: '{channel}會收到**{topics}**的新聞摘要：{when}，{language}。下一次：{next}。',
  subscribedReplaced: '已變更：{channel}會收到**{topics}**的新聞摘要：{when}，{language}。下一次：{next}。',
  whenTimes: '{days}{times}（{zone}）',
  whenInterval: '每{minutes, plural, =60 {小時} other {#分鐘}}一次（有新消息時）',
  whenIntervalHours: '每{hours, plural, other {#小時}}一次（有新消息時）',
  everyDay: '每天',
  workdays: '週一至週五',
  weekend: '週六和週日',
  preview: '預覽',
  undo: '復原',
  undone: '已復原：{channel}不會再收到**{topics}**的新聞摘要。',
  unsubscribed: '{channel}不會再收到**{topics}**的新聞摘要。',
  unsubscribedAlready: '這份新聞摘要先前已取消。',
  subscriptionsTitle: '這個伺服器的新聞摘要',
  subscriptionsNone: '還沒有頻道接收新聞摘要。可以用{command}開始。',
  subscriptionLine: '{channel} · **{topics}** · {when}，{language}。下一次：{next}',
  subscriptionSuspended: '{channel} · **{topics}** · 已暫停：{reason}',
  subscriptionLabel: '#{channel}：{topics}，{when}',

  // Topics
  topicsTitle: '主題',
  topicsOwn: '這個伺服器自訂的主題',
  topicsOwnNone: '還沒有。可以用{command}以自選的詞語建立主題。',
  topicAdded:
    '已新增**{name}**，收錄含有下列任一詞語的新聞：{words}。最近一週：{count, plural, =0 {目前沒有} other {#則}}。',
  topicRemoved: '已移除**{name}**。',
  topicShown: '**{name}**收錄含有下列任一詞語的新聞：{words}。最近一週：{count, plural, =0 {沒有} other {#則}}。',
  topicAbout: '{emoji} **{name}**：最近一週{count, plural, =0 {沒有新聞} other {有#則新聞}}。',

  // Sources
  sourcesTitle: '{count, plural, other {#個來源}}',
  sourcesPage: '第{page}頁，共{pages}頁',
  sourcesHealth: '{healthy}個正常，{failing}個異常，{fresh}個尚未讀取',
  sourceHealthy: '{when}讀取',
  sourceFailing: '異常：{reason}',
  sourceNew: '尚未讀取',
  sourceAdded: '已新增**{title}**：{count, plural, =0 {目前沒有報導。} other {目前有#篇報導，例如：}}{example}',
  sourceKnown: '**{title}**已經在清單中。',
  sourceRemoved: '已為這個伺服器移除**{title}**。',
  sourcesNone: '沒有符合條件的來源。',
  next: '下一頁',
  previous: '上一頁',

  // Finding
  searchTitle: '「{words}」的搜尋結果',
  searchNone:
    '最近{days, plural, =1 {一天} other {#天}}找不到與「{words}」相符的報導。減少或縮短關鍵字，可以找到更多。',
  relatedTitle: '與「{headline}」相關的新聞',

  // Help
  helpTitle: 'Tidings',
  helpIntro: '為這個伺服器整理新聞摘要：發生了什麼事，是誰說的，並附上原文連結。',
  helpReading: '閱讀',
  helpManaging: '給管理伺服器的人',
  helpFooter: '這些回覆只有你看得到。新聞摘要會發布在設定接收的頻道。',
  helpSubscribe: '讓頻道接收新聞摘要，時間和主題自選',
  helpUnsubscribe: '取消一份新聞摘要',
  helpSubscriptions: '這個伺服器會收到什麼，下一次是何時',
  helpBriefing: '立即看一份新聞摘要，只有自己看得到',
  helpTopics: '現有的主題',
  helpTopicsAdd: '用自選的詞語建立主題',
  helpStory: '一則新聞的詳細內容',
  helpRelated: '有助於了解一則新聞的相關新聞，也可以用連結查詢',
  helpSearch: '用詞語搜尋報導，不限語言',
  helpSources: '新聞從哪裡來，各來源狀況如何',
  helpSourcesAdd: '新增自選的來源（RSS）',
  helpHelp: '這個頁面',

  // What went wrong
  errorUnknown: '沒有成功，是我們的問題。狀況已記錄，請再試一次。',
  errorManage: '需要*管理伺服器*權限。',
  errorServerOnly: '這項功能只能在伺服器中使用，不能在私人訊息中使用。',
  errorTimes: '無法把「{typed}」辨識為時間。請照這樣輸入：「07:00」、「07:00，18:30」或「每2小時」。',
  errorTooManyTimes: '一天最多12次。請輸入不超過12個時間，或輸入「每2小時」。',
  errorInterval: '間隔須在5分鐘到24小時之間，例如「每30分鐘」。',
  errorZone:
    '找不到「{typed}」這個時區。{suggestion, select, none {請輸入像Europe/Berlin或Asia/Taipei這樣的名稱。} other {是不是{suggestion}？}}',
  errorTopic:
    '沒有「{typed}」這個主題。{suggestion, select, none {可以用{command}查看清單。} other {是不是「{suggestion}」？}}',
  errorTopicWords: '一個主題需要1到20個詞語或片語，以逗號分隔，每個不超過60個字元。',
  errorTopicName: '主題名稱須為2到40個字元，不能含有逗號或頓號。',
  errorTopicExists: '已經有名為**{name}**的主題。請換個名稱，或先移除原來的主題。',
  errorTopicUsed: '{channel}仍在接收**{name}**。請先用{command}取消那份新聞摘要。',
  errorTopicsTooMany: '自訂主題最多30個。請先移除一個。',
  errorChannelKind: '{channel}不能接收新聞摘要。請選擇文字頻道或公告頻道。',
  errorPermissions: '無法在{channel}發布。缺少的權限：{missing}。請在該頻道授予Tidings這些權限，然後再試一次。',
  errorSubscription: '這個伺服器沒有名為「{typed}」的新聞摘要。請從輸入時出現的清單中選擇。',
  errorStory: '找不到與「{typed}」相符的新聞。請從輸入時出現的清單中選擇，或試試{command}。',
  errorLink: '找不到這個連結的報導。只能查到這個伺服器的來源發布過的內容。',
  errorSource: '沒有名為「{typed}」的來源。請從輸入時出現的清單中選擇。',
  errorSourceUrl: '「{typed}」不是網址。請貼上以 https:// 開頭的RSS網址。',
  errorSourceUnreadable: '無法讀取這個RSS網址：{reason}',
  errorSourcesTooMany: '自選來源最多50個。請先移除一個。',
  errorWords: '請至少輸入一個要搜尋的詞語。',

  // Names of permissions, as Discord calls them in this language
  permissionViewChannel: '檢視頻道',
  permissionSendMessages: '傳送訊息',
  permissionEmbedLinks: '嵌入連結',
};
