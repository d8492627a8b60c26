import { answer, api } from '../api/client';
import type { Channel } from '../api/schema';
import { useMay } from '../session/useSession';
import { pageBehind, usePages, type Pages } from './usePages';

const MOST = 100;
const EVERY_MS = 60_000;

/** The newest hundred channels, to name and to choose from. */
export const useChannels = (): Pages<Channel> =>
  usePages(['channel', 'names'], (cursor, signal) => answer(api.GET('/v1/channels', { params: { query: pageBehind(cursor, MOST) }, signal })), {
    enabled: useMay('channels:read'),
    every: EVERY_MS,
  });
