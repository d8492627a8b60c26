import type { ApiKey } from '../../../api/schema';
import { Pill, type Tone } from '../../../parts/Pill';
import { useNow } from '../../../parts/useNow';
import { useText, wordOf } from '../../../text';
import { endsSoon } from './expiry';
import { keysTexts } from './keys.texts';

/** Whether a key works; one that ends soon stands out. */
export function KeyState({ of }: { readonly of: ApiKey }) {
  const text = useText(keysTexts);
  const soon = endsSoon(of.expires_at, useNow(60_000));
  const tone: Tone = of.status !== 'active' ? 'quiet' : soon ? 'busy' : 'ready';
  return <Pill tone={tone}>{wordOf(text.state, of.status)}</Pill>;
}
