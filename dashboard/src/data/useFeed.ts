import { createContext, useContext, useEffect, useRef } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import { Feed, type LogEvent } from './feed';

/** Many events at once are one look. */
const GATHER_MS = 250;

/** Asks again for every kind of resource that something happened to. Returns how to stop. */
export function refreshBy(feed: Feed, queries: QueryClient): () => void {
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    timer = undefined;
    changed.forEach((kind) => void queries.invalidateQueries({ queryKey: [kind] }));
    changed.clear();
  };
  const deaf = feed.listen((event) => {
    changed.add(event.resource.object);
    timer ??= setTimeout(refresh, GATHER_MS);
  });
  return () => {
    deaf();
    clearTimeout(timer);
  };
}

export const FeedContext = createContext<Feed | undefined>(undefined);

/** Calls with each event of the organization as it happens, while the component is shown. */
export function useEvents(listener: (event: LogEvent) => void): void {
  const feed = useContext(FeedContext);
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => feed?.listen((event) => latest.current(event)), [feed]);
}
