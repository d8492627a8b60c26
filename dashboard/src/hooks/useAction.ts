import { useRef, useState } from 'react';
import { newIdempotencyKey } from '../api/http';
import { problemOf, type Problem } from '../api/problem';

export interface Action<A extends unknown[]> {
  /** Does it, unless it is being done: a double click is one click. */
  readonly run: (...args: A) => Promise<void>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
}

/**
 * Something the user does that changes things. The same idempotency key is used until it has
 * succeeded, so trying again after a lost answer does not do it twice.
 */
export function useAction<A extends unknown[]>(
  perform: (idempotencyKey: string, ...args: A) => Promise<void>,
): Action<A> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef(false);
  const key = useRef<string>(undefined);

  async function run(...args: A): Promise<void> {
    if (running.current) {
      return;
    }
    running.current = true;
    key.current ??= newIdempotencyKey();
    setBusy(true);
    setProblem(undefined);
    try {
      await perform(key.current, ...args);
      key.current = undefined;
    } catch (thrown) {
      const failure = problemOf(thrown);
      if (!failure.retryable) {
        key.current = undefined;
      }
      setProblem(failure);
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  return { run, busy, problem };
}
