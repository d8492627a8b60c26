import type { ChannelStatus } from '../api/channels';
import { useText } from '../text';
import { toneOf } from './status';

export function StatusPill({ status }: { status: ChannelStatus }) {
  const text = useText();
  return (
    <span className={`pill pill-${toneOf(status)}`}>
      <span className="pill-dot" aria-hidden="true" />
      {text.status[status] ?? status}
    </span>
  );
}
