import type { Webhook } from '../../../api/schema';
import type { Tone } from '../../../parts/Pill';

export type Health = 'well' | 'failing' | 'disabled';

/** How a webhook does. */
export const healthOf = ({ status, failing_since }: Pick<Webhook, 'status' | 'failing_since'>): Health =>
  status === 'disabled' ? 'disabled' : failing_since === null ? 'well' : 'failing';

export const HEALTH_TONE: Readonly<Record<Health, Tone>> = { well: 'ready', failing: 'bad', disabled: 'quiet' };

export const DELIVERY_TONE: Readonly<Record<string, Tone>> = { pending: 'busy', succeeded: 'ready', failed: 'bad' };
