/** How far the server's clock is ahead of this machine's, in milliseconds. */
let ahead = 0;

/** `Date` headers tell whole seconds; a smaller difference is none. */
const UNSURE_MS = 2000;

/** Learns the server's time from the `Date` header of an answer that has just come. */
export function noteServerTime(date: string | null, now: number = Date.now()): void {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (!Number.isNaN(told)) {
    const difference = told + 500 - now;
    ahead = Math.abs(difference) < UNSURE_MS ? 0 : difference;
  }
}

/**
 * What time it is on the server, in milliseconds since 1970: all that is told of time is compared with this, for the
 * clock of this machine may be wrong by minutes.
 */
export function serverNow(): number {
  return Date.now() + ahead;
}
