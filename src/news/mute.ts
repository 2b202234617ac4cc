/** What a person, or a whole server, does not want to read about. */
export type Mute = { readonly id: number } & Muted;

/** A word or phrase; a source by its id; an IPTC topic by its key. */
export type Muted = { readonly kind: 'word' | 'source' | 'topic'; readonly value: string };

/** How much one person, and one server, can mute: as many as fit into the select that ends it. */
export const mostMutes = 25;
