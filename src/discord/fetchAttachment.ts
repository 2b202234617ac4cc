/** Gets the file that somebody attached to a command. @returns null when it can't be had, or is too large */
export type FetchAttachment = (url: string, maxBytes: number) => Promise<Uint8Array | null>;

const discordsHosts = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];
const longestMs = 15_000;

/**
 * Makes the function that gets attachments: from Discord's own hosts, and from where its API is when that is elsewhere.
 *
 * @see https://discord.com/developers/docs/reference#signed-attachment-cdn-urls
 */
export function createFetchAttachment(apiUrl: string): FetchAttachment {
  const origins = new Set([...discordsHosts, new URL(apiUrl).origin]);
  return async (url, maxBytes) => {
    if (!URL.canParse(url) || !origins.has(new URL(url).origin)) return null;
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(longestMs) });
      return response.ok && response.body ? await receive(response.body, maxBytes) : null;
    } catch {
      return null;
    }
  };
}

async function receive(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    parts.push(part);
    length += part.length;
    if (length > maxBytes) return null;
  }
  return Buffer.concat(parts);
}
