import type { ZodMiniType } from 'zod/mini';

const MEDIA = 16;

/**
 * Lets schemas take media channels, too: Discord's description of its API leaves them out, where its documentation lists
 * them among the types of channels (resources/channel, "Channel Types").
 *
 * @param schemas  of a type of channel, or of an object with such a `type`
 */
export function admitMediaChannels(schemas: readonly ZodMiniType[]): void {
  for (const schema of schemas) {
    const { shape } = schema._zod.def as { readonly shape?: { readonly type: ZodMiniType } };
    (shape?.type ?? schema)._zod.values?.add(MEDIA);
  }
}
