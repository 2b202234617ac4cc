/**
 * Makes the function that says whether the clock has been set back since it last asked: what a clock that was ahead has put
 * off may be hours or years away. At first it says so, too, for nothing is known of the clock before.
 */
export function createIsSetBack(): (at: Date) => boolean {
  let lastAskedAt = Number.POSITIVE_INFINITY;
  return (at) => {
    const isSetBack = at.getTime() < lastAskedAt;
    lastAskedAt = at.getTime();
    return isSetBack;
  };
}
