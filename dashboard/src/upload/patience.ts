import { ProblemError, problemOf, type Problem } from '../api/problem';
import { abortion } from './transfer';

const SHORTEST_MS = 1000;
const LONGEST_MS = 15_000;

/** How long to wait after so many failures in a row: twice as long each time, and never all at the same moment. */
export function delayAfter(failures: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.max(0, failures - 1));
  return full * (0.75 + random() * 0.25);
}

/** Waits; shorter when the browser says that the network is back. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const sleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(abortion());
      return;
    }
    const end = (settle: () => void) => () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      globalThis.removeEventListener?.('online', wake);
      settle();
    };
    const wake = end(resolve);
    const stop = end(() => reject(abortion()));
    const timer = setTimeout(wake, milliseconds);
    signal.addEventListener('abort', stop);
    globalThis.addEventListener?.('online', wake);
  });

/** How often a server that answers with a failure is asked again; one that cannot be reached is asked for ever. */
const TRIES = 8;

/** Whether it is worth doing again what failed so many times. */
export function worthTrying(problem: Problem, failures: number): boolean {
  if (problem.code === 'offline') {
    return true;
  }
  return (problem.retryable || problem.status === 429 || problem.status >= 500) && failures < TRIES;
}

/**
 * Asks until there is an answer that does not change by asking again.
 *
 * @param onTrouble told of each failure that is waited for, and undefined once it is over
 */
export async function persist<T>(
  ask: () => Promise<T>,
  wait: Sleep,
  signal: AbortSignal,
  onTrouble: (problem: Problem | undefined) => void,
): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      const told = await ask();
      if (signal.aborted) {
        throw abortion();
      }
      onTrouble(undefined);
      return told;
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (signal.aborted || !(thrown instanceof ProblemError) || !worthTrying(problem, failures)) {
        throw thrown;
      }
      onTrouble(problem);
      await wait(delayAfter(failures), signal);
    }
  }
}
