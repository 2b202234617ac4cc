/** JSON columns: values whose name ends in `At`, or is `at` or `since`, are dates (ISO 8601 in the text). */
export function fromJson<T>(text: string): T {
  return JSON.parse(text, (key, value) =>
    typeof value === 'string' && (key.endsWith('At') || key === 'at' || key === 'since') ? new Date(value) : value,
  );
}

export function toJson(value: unknown): string {
  return JSON.stringify(value);
}
