import { QueryCache, QueryClient } from '@tanstack/react-query';
import { problemOf } from '../api/problem';
import { noticeFailure } from '../session/lost';

/** How often a page asks again by itself; events make it ask at once. */
export const NEWS_EVERY_MS = 5000;

const TRIES = 3;

/**
 * What the pages know of the server. The first word of a key is the kind of resource as its `object` says
 * (`['channel', id, 'health']`, `['asset', 'list', …]`): an event about that kind makes all of them be asked again.
 */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noticeFailure }),
  defaultOptions: {
    queries: {
      // A browser that believes to be offline may still reach a server on this machine.
      networkMode: 'always',
      staleTime: 1000,
      refetchInterval: NEWS_EVERY_MS,
      retry: (failures, thrown) => failures + 1 < TRIES && problemOf(thrown).retryable,
    },
  },
});
