import type { Versioned } from '../../../api/client';
import type { Channel } from '../../../api/schema';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { ChannelForm } from './ChannelForm';
import { EndChannel } from './EndChannel';
import { TimersForm } from './TimersForm';

/** What the channel is like, when it stops by itself, and its end. */
export function SettingsTab({ told }: { readonly told: Versioned<Channel> }) {
  const common = useText(commonTexts);
  const mayChange = useMay('channels:write');
  const mayControl = useMay('channels:control');
  if (!mayChange && !mayControl) {
    return <p>{common.notAllowed}</p>;
  }
  return (
    <div className="stack">
      {mayChange && <ChannelForm told={told} />}
      {mayControl && <TimersForm channel={told.value} />}
      <EndChannel channel={told.value} />
    </div>
  );
}
