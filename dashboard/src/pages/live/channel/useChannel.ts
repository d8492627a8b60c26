import { answer, answerWithVersion, api, onceFor, type Versioned } from '../../../api/client';
import type { Channel } from '../../../api/schema';
import { useCommand, type Command } from '../../../data/useCommand';
import { useOne, type One } from '../../../data/useOne';

/** A channel, and the version that a change of it names. */
export const useChannel = (id: string): One<Versioned<Channel>> =>
  useOne(['channel', id], (signal) => answerWithVersion(api.GET('/v1/channels/{id}', { params: { path: { id } }, signal })));

type Deed = 'start' | 'stop' | 'complete' | 'enable' | 'disable' | 'kick';

/** Has something done with a channel that needs no more words. */
export function useDeed(id: string, deed: Deed): Command<void, Channel> {
  return useCommand<void, Channel>(
    async (_nothing, key) => answer(api.POST(`/v1/channels/{id}/${deed}` as const, { params: { path: { id }, header: onceFor(key) } })),
    ['channel', 'operation'],
  );
}
