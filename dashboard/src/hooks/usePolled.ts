import { useCallback, useEffect, useRef, useState } from 'react';
import { nothingYet, Poller, type Polled } from './poller';

/** How often pages ask for news. */
export const NEWS_EVERY_MS = 2000;

/**
 * Keeps a value up to date while the page is visible. Begins anew when `key` changes; `key`
 * undefined asks for nothing.
 */
export function usePolled<T>(
  key: string | undefined,
  load: (signal: AbortSignal) => Promise<T>,
): Polled<T> & { readonly refresh: () => void } {
  const [state, setState] = useState<Polled<T> & { key?: string | undefined }>(nothingYet);
  const poller = useRef<Poller<T>>(undefined);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });

  useEffect(() => {
    if (key === undefined) {
      return undefined;
    }
    const current = new Poller<T>(
      (signal) => latest.current(signal),
      NEWS_EVERY_MS,
      (news) => setState({ ...news, key }),
    );
    const look = () => (document.hidden ? current.rest() : current.refresh());
    poller.current = current;
    look();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
      current.stop();
    };
  }, [key]);

  const refresh = useCallback(() => poller.current?.refresh(), []);
  return { ...(state.key === key ? state : nothingYet), refresh };
}
