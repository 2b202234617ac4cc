/** Whether so long has passed since. What lies ahead was noted by a clock that was wrong: it keeps nothing waiting. */
export function hasPassed(ms: number, since: Date, now: Date): boolean {
  const passedMs = now.getTime() - since.getTime();
  return passedMs < 0 || passedMs >= ms;
}
