import { answer, api } from '../../api/client';
import type { ChannelCost } from '../../api/schema';
import { useOne, type One } from '../../data/useOne';

/** List prices are counted by the server; what is shown between two looks goes on by itself. */
const EVERY_MS = 30_000;

/** What a channel has cost until now, and costs an hour. */
export const useCost = (id: string): One<ChannelCost> =>
  useOne(
    ['channel', id, 'cost'],
    (signal) => answer(api.GET('/v1/channels/{channel_id}/cost', { params: { path: { channel_id: id } }, signal })),
    { every: EVERY_MS },
  );
