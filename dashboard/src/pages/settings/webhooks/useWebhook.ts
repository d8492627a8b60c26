import { answerWithVersion, api, type Versioned } from '../../../api/client';
import type { Webhook } from '../../../api/schema';
import { useOne, type One } from '../../../data/useOne';

/** A webhook, kept up to date. */
export const useWebhook = (id: string): One<Versioned<Webhook>> =>
  useOne(['webhook', id], (signal) => answerWithVersion(api.GET('/v1/webhooks/{id}', { params: { path: { id } }, signal })));
