import type { AdBreak } from '../../../api/schema';

/** States in which viewers may be seeing the break. */
const BEGUN = ['signalled', 'filled', 'underfilled', 'slate'];

/** Seconds until a break is over; undefined when it has not begun or is over. */
export function secondsLeft(adBreak: Pick<AdBreak, 'status' | 'signalled_at' | 'start_at' | 'duration_seconds'>, now: number): number | undefined {
  // One that was planned is signalled some seconds before it begins.
  const began = adBreak.start_at ?? adBreak.signalled_at;
  if (began === null || !BEGUN.includes(adBreak.status)) {
    return undefined;
  }
  const left = (Date.parse(began) - now) / 1000 + adBreak.duration_seconds;
  return left > 0 ? left : undefined;
}
