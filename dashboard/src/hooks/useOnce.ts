import { useEffect, useState } from 'react';
import { isAborted, problemOf, type Problem } from '../api/problem';

/** Loads something once, when a page opens. */
export function useOnce<T>(load: (signal: AbortSignal) => Promise<T>) {
  const [state, setState] = useState<{ value?: T; problem?: Problem }>({});

  useEffect(() => {
    const running = new AbortController();
    load(running.signal).then(
      (value) => setState({ value }),
      (thrown: unknown) => {
        if (!isAborted(thrown)) {
          setState({ problem: problemOf(thrown) });
        }
      },
    );
    return () => running.abort();
  }, [load]);

  return state;
}
