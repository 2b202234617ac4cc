import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/**
 * How discord.js reaches Discord: as it does by itself, but files through Node's own `fetch`. With two versions of undici
 * in a process, the requests of discord.js's go through the connections of ours, which refuse another's FormData.
 */
export const makeRequest: RESTOptions['makeRequest'] = (url, init) =>
  init.body instanceof FormData
    ? (fetch(url, init as RequestInit) as ReturnType<RESTOptions['makeRequest']>)
    : DefaultRestOptions.makeRequest(url, init);
