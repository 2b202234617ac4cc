import type { Messages } from './en.ts';

/** Portuguese, as Brazil writes it. A briefing is a “boletim”, a story a “notícia”, an article a “matéria”. */
export const pt: Messages = {
  // A briefing
  briefingTitle: '{edition} · {date}',
  editionMorning: 'Boletim da manhã',
  editionMidday: 'Boletim do meio-dia',
  editionEvening: 'Boletim do fim do dia',
  editionNight: 'Boletim da noite',
  briefingCounts:
    '{stories, plural, one {# notícia} other {# notícias}} a partir de {articles, plural, one {# matéria} other {# matérias}} de {sources, plural, one {# fonte} other {# fontes}}',
  topStories: 'Principais notícias',
  storyOutletsMore: '{outlets} +{more}',
  comma: ', ',
  storyOrigins: '{count, plural, one {# fonte independente} other {# fontes independentes}}',
  storyNews: 'Novidade desde a última vez ({since}): {headline}',
  noticeExtractive:
    'Composto com frases das matérias originais, indicadas nos links. Elas podem ter mudado desde então: vale conferir.',
  readFullBrief: 'Ler uma notícia a fundo',
  related: 'Leia também',
  sources: 'Fontes',
  briefingEmpty: '{topics}: nada de novo no último dia e meio.',
  briefingEmptyHint: 'Veja outros temas com {command} ou volte mais tarde.',

  // A full brief
  keyPoints: 'O que dizem as fontes',
  sourcesHeading: 'Fontes',
  sourceCopies: 'repete a fonte {number}',
  relatedHeading: 'Leia também',
  relatedNone: 'Ainda não há aqui outra notícia próxima desta.',
  briefNoticeExtractive:
    'Como foi feito: {sentences, plural, one {# frase, citada da fonte numerada} other {# frases, cada uma citada da fonte numerada}}. Nenhum texto foi gerado. Os originais mudam: vale conferir.',
  briefHeadlineOnly: 'Por enquanto, as fontes não dizem mais do que seus títulos.',
  storyGone: 'Essa notícia não está mais guardada. {command} encontra outras mais recentes.',

  // Subscribing
  subscribed: '{channel} recebe **{topics}** {when}. Idioma: {language}. Próximo boletim: {next}.',
  subscribedReplaced:
    'Alterado: {channel} agora recebe **{topics}** {when}. Idioma: {language}. Próximo boletim: {next}.',
  whenTimes: '{days} às {times} ({zone})',
  whenInterval: '{interval}, quando há novidade',
  everyMinutes: 'a cada {minutes, plural, one {minuto} other {# minutos}}',
  everyHours: 'a cada {hours, plural, one {hora} other {# horas}}',
  everyDay: 'todos os dias',
  workdays: 'de segunda a sexta',
  weekend: 'aos sábados e domingos',
  preview: 'Prévia',
  undo: 'Desfazer',
  undone: 'Desfeito: {channel} não recebe mais **{topics}**.',
  unsubscribed: '{channel} não recebe mais **{topics}**.',
  unsubscribedAlready: 'Esse boletim já tinha sido removido.',
  subscriptionsTitle: 'Boletins deste servidor',
  subscriptionsNone: 'Nenhum canal recebe boletim ainda. {command} cria o primeiro.',
  subscriptionLine: '{channel} · **{topics}** · {when}. Idioma: {language}. Próximo boletim: {next}',
  subscriptionSuspended: '{channel} · **{topics}** · em pausa: {reason}',
  pausedNoChannel: 'o canal foi excluído',
  pausedNoAccess: 'o Tidings não pode publicar ali. Dê a permissão e use {command} de novo',
  subscriptionLabel: '#{channel}: {topics}, {when}',

  // Topics
  topicsTitle: 'Temas',
  topicsOwn: 'Temas próprios deste servidor',
  topicsOwnNone: 'Nenhum ainda. {command} cria um com as palavras que você escolher.',
  topicAdded:
    'Tema adicionado: **{name}**. Ele reúne todas as notícias que contêm {words}. Na última semana: {count, plural, =0 {nenhuma por enquanto} one {# notícia} other {# notícias}}.',
  topicRemoved: 'Tema removido: **{name}**.',
  topicShown:
    '**{name}** reúne todas as notícias que contêm {words}. Na última semana: {count, plural, =0 {nenhuma} one {# notícia} other {# notícias}}.',
  topicAbout:
    '{emoji} **{name}**: {count, plural, =0 {nenhuma notícia} one {# notícia} other {# notícias}} na última semana.',

  // Sources
  sourcesTitle: '{count, plural, one {# fonte} other {# fontes}}',
  sourcesPage: 'Página {page} de {pages}',
  sourcesHealth: '{healthy} em ordem, {failing} com falha, {fresh} ainda sem leitura',
  sourceHealthy: 'lida {when}',
  sourceFailing: 'com falha: {reason}',
  sourceNew: 'ainda sem leitura',
  feedAddress: 'só são lidos endereços públicos da web',
  feedHost: 'não existe servidor com esse nome',
  feedCertificate: 'o certificado do servidor não é válido',
  feedNetwork: 'a conexão com o servidor falhou',
  feedTimeout: 'o servidor demorou demais',
  feedTooLarge: 'o conteúdo é grande demais',
  feedRedirects: 'o endereço redireciona vezes demais',
  feedWebPage: 'é uma página da web. Procure nela um link chamado RSS ou Feed',
  feedNone: 'ali não há um feed',
  feedEmpty: 'a resposta está vazia',
  feedMissing: 'não há nada nesse endereço (erro {status})',
  feedTooOften: 'o servidor foi consultado vezes demais (erro {status})',
  feedServer: 'o servidor está com um problema (erro {status})',
  feedForbidden: 'o servidor não permite a leitura (erro {status})',
  feedOther: 'algo deu errado durante a leitura',
  sourceAdded:
    'Fonte adicionada: **{title}**. {count, plural, =0 {No momento, não traz nenhuma matéria.} one {No momento, traz # matéria:} other {No momento, traz # matérias, por exemplo:}} {example}',
  sourceKnown: '**{title}** já está entre as fontes.',
  sourceRemoved: 'Fonte removida deste servidor: **{title}**.',
  sourcesNone: 'Nenhuma fonte corresponde.',
  sourceSlow: 'lida {when}, mas demora a responder',
  sourceBlocked: 'bloqueada pelo site: {reason}',
  sourceGone: 'encerrada de vez',
  sourceHeld: 'retida: de repente, muito mais que o normal',
  sourcesFound: 'Há várias fontes em {site}. Quais devem ser adicionadas?',
  sourcesChoose: 'Escolher fontes',
  sourceHolds: '{count, plural, =0 {nenhuma matéria} one {# matéria} other {# matérias}}',
  sourcesAdded: '{count, plural, one {# fonte adicionada} other {# fontes adicionadas}}: {titles}',
  sourcesAddedNone: 'Nada foi adicionado: todas já estavam aqui.',
  topicSources: 'tudo de {count, plural, one {# fonte} other {# fontes}}',
  importChecking: 'Testando as fontes novas: {done} de {count}',
  importCounts: 'Novas: {fresh}. Já estavam aqui: {known}. Sem leitura possível: {failed}.',
  importUnchecked: 'Não houve tempo de testar {count} das novas. Elas são adicionadas mesmo assim.',
  importUnusable: 'Deixadas de fora por não terem endereço da web: {count}.',
  importFailed: 'Sem leitura possível',
  importTopics: 'As pastas viram temas: {topics}.',
  importAdd: 'Adicionar {count, plural, one {# fonte} other {# fontes}}',
  exported: 'As fontes deste servidor em um arquivo OPML, que outros leitores também aceitam.',
  next: 'Próxima',
  previous: 'Anterior',

  // Notices
  noticeTitle: 'Fontes de {server}',
  noticeDied: 'Não podem mais ser lidas',
  noticeDiedHint: 'Elas ainda são testadas de vez em quando. Se alguma voltar a funcionar, virá um aviso.',
  noticeRecovered: 'Podem ser lidas de novo',
  noticeHeldTitle: 'Muito mais que o normal',
  noticeHeld:
    '**{title}** tem de repente {count, plural, one {# matéria nova} other {# matérias novas}}. Talvez o site só tenha dado endereços novos a matérias antigas. Elas estão retidas; se não forem liberadas, ficam fora dos boletins a partir deste momento: {when}.',
  letThrough: 'Liberar',
  keepBack: 'Manter retidas',
  heldLetThrough: '**{title}**: matérias liberadas.',
  heldKeptBack: '**{title}**: matérias mantidas retidas.',
  heldDecided: '**{title}**: isso já foi decidido.',
  noticeFooter: 'Enviado a quem configurou o Tidings lá, no máximo uma vez por dia; as perguntas, antes.',

  // Finding
  searchTitle: 'Resultados para “{words}”',
  searchNone:
    'Nada encontrado para “{words}” {days, plural, one {no último dia} other {nos últimos # dias}}. Menos palavras, ou palavras mais curtas, encontram mais.',
  relatedTitle: 'Relacionado a “{headline}”',

  // Help
  helpTitle: 'Tidings',
  helpIntro: 'Boletins de notícias para este servidor: o que aconteceu e quem conta, com links para os originais.',
  helpReading: 'Ler',
  helpManaging: 'Para quem gerencia o servidor',
  helpFooter: 'Só você vê estas respostas. Os boletins são publicados nos canais que os pediram.',
  helpSubscribe: 'um canal recebe um boletim, nos horários e sobre os temas que você escolher',
  helpUnsubscribe: 'encerra um boletim',
  helpSubscriptions: 'o que este servidor recebe, e quando será a próxima vez',
  helpBriefing: 'um boletim agora, só para você',
  helpTopics: 'os temas que existem',
  helpTopicsAdd: 'cria um tema com as suas palavras',
  helpStory: 'uma notícia a fundo',
  helpRelated: 'notícias que ajudam a entender outra; um link também serve',
  helpSearch: 'matérias por palavras, em qualquer idioma',
  helpSources: 'de onde vêm as notícias e como está cada fonte',
  helpSourcesAdd: 'adiciona um site à sua escolha',
  helpSourcesImport: 'traz as fontes de um arquivo OPML de outro leitor',
  helpSourcesExport: 'todas as fontes em um arquivo OPML',
  helpHelp: 'esta página',

  // What went wrong
  errorUnknown: 'Não funcionou, e a culpa é nossa. O problema foi anotado; tente de novo, por favor.',
  errorManage: 'Isso exige a permissão *Gerenciar servidor*.',
  errorServerOnly: 'Isso funciona em um servidor, não em mensagens diretas.',
  errorTimes: '“{typed}” não é um horário. Digite, por exemplo, “07:00”, “07:00, 18:30” ou “a cada 2 horas”.',
  errorTooManyTimes: 'São mais de 12 vezes por dia. Digite no máximo 12 horários, ou “a cada 2 horas”.',
  errorInterval: 'O intervalo pode ir de 5 minutos a 24 horas: por exemplo, “a cada 30 minutos”.',
  errorZone:
    '“{typed}” não é um fuso horário conhecido. {suggestion, select, none {Digite, por exemplo, America/Manaus ou Europe/Lisbon.} other {Você quis dizer {suggestion}?}}',
  errorZoneOffset: '“{typed}” não diz quando os relógios mudam. Digite o nome de um fuso horário, por exemplo {zone}.',
  errorTopic:
    'Não há aqui um tema “{typed}”. {suggestion, select, none {{command} mostra todos.} other {Você quis dizer “{suggestion}”?}}',
  errorTopicWords:
    'Um tema precisa de uma a vinte palavras ou expressões, separadas por vírgulas, com no máximo 60 caracteres cada.',
  errorTopicName: 'O nome de um tema tem de 2 a 40 caracteres, sem vírgula.',
  errorTopicExists: 'Já existe um tema chamado **{name}**. Escolha outro nome.',
  errorTopicUsed: '{channel} ainda recebe **{name}**. Encerre antes esse boletim com {command}.',
  errorTopicsTooMany: 'São no máximo 30 temas próprios. Remova um antes.',
  errorChannelKind: '{channel} não aceita boletins. Escolha um canal de texto ou de anúncios.',
  errorPermissions:
    'O Tidings não pode publicar em {channel}. Falta: {missing}. Ajuste as permissões dele nesse canal e tente de novo.',
  errorSubscription:
    'Nenhum boletim deste servidor se chama “{typed}”. Escolha um na lista que aparece enquanto você digita.',
  errorStory:
    'Nenhuma notícia encontrada para “{typed}”. Escolha uma na lista que aparece enquanto você digita, ou tente {command}.',
  errorLink: 'Nenhuma matéria daqui tem esse link. Só se conhece o que as fontes deste servidor publicaram.',
  errorSource: 'Nenhuma fonte daqui se chama “{typed}”. Escolha uma na lista que aparece enquanto você digita.',
  errorSourceUrl:
    '“{typed}” não é um endereço da web. Digite um site como folha.uol.com.br ou cole o endereço de um feed.',
  errorSourceUnreadable: 'Não foi possível ler isso como feed: {reason}',
  errorSourcesTooMany: 'São no máximo 500 fontes próprias. Remova uma antes.',
  errorSourceNone:
    'Nenhuma fonte foi encontrada em {site}, nem indicada na página nem nos endereços usuais. Procure lá um link chamado RSS ou Feed e cole aqui o endereço.',
  errorFileTooLarge: 'O arquivo é grande demais: no máximo 2 MB.',
  errorFileNoList: 'O arquivo não é uma lista de fontes. Exporte uma em OPML do seu leitor e tente de novo.',
  errorFileTooMany: 'O arquivo tem mais de 2000 entradas. Divida-o e importe as partes uma a uma.',
  errorFileEmpty: 'O arquivo não contém nenhuma fonte.',
  errorFileGone: 'Não foi possível obter o arquivo do Discord. Anexe-o de novo.',
  errorOffer: 'Essa escolha não é mais possível. Use {command} de novo.',
  errorWords: 'Digite pelo menos uma palavra para buscar.',

  // Names of permissions, as Discord calls them in this language
  permissionViewChannel: 'Ver canal',
  permissionSendMessages: 'Enviar mensagens',
  permissionEmbedLinks: 'Inserir links',
};
