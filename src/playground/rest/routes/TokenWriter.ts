import type { APIMessage } from 'discord-api-types/v10';
import type { MessageBody } from '../../checks/messageFaults.ts';
import type { UploadedFile } from '../../messages/UploadedFile.ts';

/** Who writes messages with a token of its own: a webhook, or an interaction. */
export type TokenWriter = {
  write(body: MessageBody, files: UploadedFile[]): APIMessage;
  message(id: string): APIMessage;
  edit(id: string, body: MessageBody, files: UploadedFile[]): APIMessage;
  delete(id: string): void;
};
