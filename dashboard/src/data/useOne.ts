import { useQuery } from '@tanstack/react-query';
import { problemOf, type Problem } from '../api/problem';
import { NEWS_EVERY_MS } from './queries';

/** One thing that is kept up to date. */
export interface One<T> {
  /** Undefined until the first answer; stays when a later call fails. */
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  /** When it was told last, by the browser's clock; 0 before. */
  readonly asOf: number;
  /** How many milliseconds later it counts as old, see {@link oldAfter}. */
  readonly oldAfter: number;
  readonly refresh: () => void;
}

/**
 * Keeps something up to date.
 *
 * @param key begins with the kind of resource, see queries.ts
 * @param options.every milliseconds between two looks; false to look only when an event says so
 */
export function useOne<T>(
  key: readonly unknown[],
  load: (signal: AbortSignal) => Promise<T>,
  options: { readonly enabled?: boolean; readonly every?: number | false } = {},
): One<T> {
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => load(signal),
    enabled: options.enabled ?? true,
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
  });
  return {
    value: query.data,
    problem: query.error === null ? undefined : problemOf(query.error),
    asOf: query.dataUpdatedAt,
    oldAfter: oldAfter(options.every),
    refresh: () => void query.refetch(),
  };
}

/** Old is what was to be told three times over and was not; what is asked for only when an event says so never is. */
export function oldAfter(every: number | false = NEWS_EVERY_MS): number {
  return every === false ? Number.POSITIVE_INFINITY : every * 3;
}
