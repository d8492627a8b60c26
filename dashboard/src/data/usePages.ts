import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { problemOf, type Problem } from '../api/problem';
import { oldAfter } from './useOne';

/** One page of a list, as the API tells it. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly next_cursor?: string | null;
}

/** As the query of a call: the page behind a cursor, undefined for the first, of so many rows at most. */
export function pageBehind(cursor: string | undefined, limit?: number): { readonly cursor?: string; readonly limit?: number } {
  return { ...(limit !== undefined && { limit }), ...(cursor !== undefined && { cursor }) };
}

/** A list as far as it was asked for. */
export interface Pages<T> {
  /** Undefined until the first answer. */
  readonly all: readonly T[] | undefined;
  readonly problem: Problem | undefined;
  /** When it was told last, by the browser's clock; 0 before. */
  readonly asOf: number;
  readonly oldAfter: number;
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly loadingMore: boolean;
}

/**
 * Keeps a list up to date, page by page.
 *
 * @param key begins with the kind of resource, see queries.ts
 * @param load asks for the page behind a cursor; undefined is the first page
 */
export function usePages<T>(
  key: readonly unknown[],
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
  options: { readonly enabled?: boolean; readonly every?: number | false } = {},
): Pages<T> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
  });
  return {
    all: query.data?.pages.flatMap((page) => page.data),
    problem: query.error === null ? undefined : problemOf(query.error),
    asOf: query.dataUpdatedAt,
    oldAfter: oldAfter(options.every),
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
    loadingMore: query.isFetchingNextPage,
  };
}
