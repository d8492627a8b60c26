import { answer, api } from '../../api/client';
import type { Ladder } from '../../api/schema';
import { useOne, type One } from '../../data/useOne';
import { pageBehind, type Page } from '../../data/usePages';

const MOST = 100;

/** The ladders there are, the organization's own among them. */
export const useLadders = (): One<Page<Ladder>> =>
  useOne(['ladder', 'list'], (signal) => answer(api.GET('/v1/presets/ladders', { params: { query: pageBehind(undefined, MOST) }, signal })), {
    every: false,
  });
