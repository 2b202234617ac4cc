/** As many of the parts as fit, whole, then how many more there are: at most `max`, or `… +9` if even that is less. */
export function joinWithin(parts: readonly string[], separator: string, max: number): string {
  const whole = parts.join(separator);
  if (whole.length <= max) return whole;
  let room = max - `… +${parts.length}`.length;
  const kept = parts.slice(
    0,
    parts.findIndex((part) => {
      room -= part.length + separator.length;
      return room < 0;
    }),
  );
  return [...kept, `… +${parts.length - kept.length}`].join(separator);
}
