import type { Webhook } from '../../../api/schema';
import { Pill } from '../../../parts/Pill';
import { useText, wordOf } from '../../../text';
import { HEALTH_TONE, healthOf } from './health';
import { webhooksTexts } from './webhooks.texts';

export function HealthPill({ of }: { readonly of: Webhook }) {
  const text = useText(webhooksTexts);
  const health = healthOf(of);
  return <Pill tone={HEALTH_TONE[health]}>{wordOf(text.healthWord, health)}</Pill>;
}
