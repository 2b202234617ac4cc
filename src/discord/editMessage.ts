import { DiscordAPIError, type REST, type RESTPatchAPIChannelMessageJSONBody, Routes } from 'discord.js';
import { postErrorFrom } from './postErrors.ts';

const archived = 50083;

/**
 * Edits a message. It mentions the role that it names, if any, and nobody else. A thread that has been archived meanwhile is
 * opened for it, unless somebody has locked it.
 *
 * @throws PostError  and nothing else
 * @see https://discord.com/developers/docs/resources/message#edit-message
 * @see https://discord.com/developers/docs/topics/threads#editing--deleting-threads
 */
export async function editMessage(
  rest: REST,
  { channelId, messageId }: { readonly channelId: string; readonly messageId: string },
  content: Omit<RESTPatchAPIChannelMessageJSONBody, 'allowed_mentions'>,
  role: string | null = null,
): Promise<void> {
  const body: RESTPatchAPIChannelMessageJSONBody = {
    ...content,
    allowed_mentions: { parse: [], ...(role && { roles: [role] }) },
  };
  const edit = () => rest.patch(Routes.channelMessage(channelId, messageId), { body });
  try {
    await edit().catch(async (error) => {
      if (!(error instanceof DiscordAPIError && error.code === archived)) throw error;
      await rest.patch(Routes.channel(channelId), { body: { archived: false } });
      await edit();
    });
  } catch (error) {
    throw postErrorFrom(error);
  }
}
