import type { Briefing } from '../news/briefing.ts';
import { type MessageForm, simplerForm } from '../news/briefingPart.ts';
import { PostError } from '../news/outside.ts';

/**
 * Sends a message in its form and, while Discord calls that wrong, in simpler ones. Each form is kept before it is tried:
 * whoever goes on after a crash knows which message to look for.
 *
 * @throws PostError  what sending throws; 'bad form' when even plain text is refused
 */
export async function inSimplerForms<M extends { readonly briefing: Briefing; readonly form?: MessageForm }, T>(
  message: M,
  send: (message: M) => Promise<T>,
  keep: (form: MessageForm, fault: string) => Promise<void>,
): Promise<T> {
  for (let { form = 'whole' } = message; ; ) {
    try {
      return await send({ ...message, form });
    } catch (error) {
      const isBad = error instanceof PostError && error.kind === 'bad form';
      const simpler = isBad ? simplerForm(form, message.briefing.images ?? false) : null;
      if (!isBad || simpler === null) throw error;
      await keep(simpler, error.message);
      form = simpler;
    }
  }
}
