import type { Trouble } from './kinds';

/** What the failure of a request for the stream means to who watches. A status of 0 is no answer at all. */
export function troubleOf(status: number, live: boolean, opened: boolean): Exclude<Trouble, 'blocked'> {
  if (status === 401 || status === 403) {
    return 'refused';
  }
  if (status === 404 || status === 410) {
    return opened ? 'lost' : live ? 'not_on_air' : 'not_found';
  }
  return opened ? 'lost' : 'unreachable';
}

const FIRST_MS = 2000;
const LONGEST_MS = 10_000;
const HOPELESS_MS = 15_000;

/** How long to wait before asking again: longer each time, and never all viewers at once. */
export function retryAfterMs(trouble: Trouble, attempt: number, chance: number = Math.random()): number {
  const hopeless = trouble === 'refused' || trouble === 'not_found';
  const usual = hopeless ? HOPELESS_MS : Math.min(LONGEST_MS, FIRST_MS * 1.5 ** attempt);
  return Math.round(usual * (0.8 + 0.4 * chance));
}
