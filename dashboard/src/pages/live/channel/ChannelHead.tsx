import { useState } from 'react';
import type { Channel } from '../../../api/schema';
import { Button } from '../../../parts/Button';
import { ConfirmDialog } from '../../../parts/Dialog';
import { ProblemNote } from '../../../parts/ProblemNote';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { ChannelPill } from '../ChannelPill';
import { liveTexts } from '../live.texts';
import { canStart, canStop, isOnAir } from '../status';
import { channelTexts } from './channel.texts';
import { Costs } from './Costs';
import { useDeed } from './useChannel';

/** What state it is in, in plain words; told to screen readers when it changes. */
export function StatusLine({ channel }: { readonly channel: Channel }) {
  const text = useText(liveTexts);
  return (
    <>
      <div className="status-line" role="status">
        <ChannelPill status={channel.status} />
        <span>{text.statusLead[channel.status] ?? ''}</span>
      </div>
      {channel.status_reason != null && <p className="reason">{channel.status_reason}</p>}
    </>
  );
}

/**
 * Start and stop are two buttons, not one that changes: a double click on the first must not press the second. Who has
 * viewers is asked before they are sent away.
 */
export function Controls({ channel }: { readonly channel: Channel }) {
  const text = useText(channelTexts);
  const may = useMay('channels:control');
  const start = useDeed(channel.id, 'start');
  const enable = useDeed(channel.id, 'enable');
  const stop = useDeed(channel.id, 'stop');
  const complete = useDeed(channel.id, 'complete');
  const [asking, setAsking] = useState<'stop' | 'complete'>();
  const ending = asking === 'stop' ? stop : complete;
  if (!may) {
    return null;
  }
  return (
    <div className="controls">
      <div className="row row-end">
        {channel.status === 'disabled' ? (
          <Button look="main" busy={enable.busy} onClick={() => void enable.run()}>
            {text.enable}
          </Button>
        ) : (
          <Button look="main" busy={start.busy} disabled={!canStart(channel)} onClick={() => void start.run()}>
            {text.start}
          </Button>
        )}
        {isOnAir(channel) && <Button onClick={() => setAsking('complete')}>{text.end}</Button>}
        <Button
          busy={stop.busy}
          disabled={!canStop(channel)}
          onClick={() => (isOnAir(channel) ? setAsking('stop') : void stop.run())}
        >
          {text.stop}
        </Button>
      </div>
      <Costs channel={channel} />
      <ProblemNote problem={start.problem ?? enable.problem ?? stop.problem ?? complete.problem} />
      {asking !== undefined && (
        <ConfirmDialog
          title={asking === 'stop' ? text.stopTitle : text.endTitle}
          confirm={asking === 'stop' ? text.stop : text.end}
          cancel={text.keepGoing}
          busy={ending.busy}
          onClose={() => setAsking(undefined)}
          onConfirm={() => void ending.run().then(() => setAsking(undefined))}
        >
          <p>{asking === 'stop' ? text.stopLead : text.endLead}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
