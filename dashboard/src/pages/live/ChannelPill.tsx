import { Pill } from '../../parts/Pill';
import { useText, wordOf } from '../../text';
import { liveTexts } from './live.texts';
import { toneOf } from './status';

export function ChannelPill({ status }: { readonly status: string }) {
  const text = useText(liveTexts);
  return <Pill tone={toneOf(status)}>{wordOf(text.status, status)}</Pill>;
}
