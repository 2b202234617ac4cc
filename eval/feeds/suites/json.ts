export type Json = { readonly [name: string]: unknown };

/** The text at a path such as `authors.0.name`; null when there is none. */
export function textIn(json: Json, path: string): string | null {
  const value = at(json, path);
  return typeof value === 'string' && value !== '' ? value : null;
}

export function listIn(json: Json, path: string): string[] {
  const value = at(json, path);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

export function objectsIn(json: Json, path: string): Json[] {
  const value = at(json, path);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}

function at(json: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? (value as Json)[name] : undefined),
      json,
    );
}
