import { answer, api, onceFor } from '../../../api/client';
import type { Channel } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { formatClock } from '../../../parts/format';
import { useNotice } from '../../../parts/Notices';
import { ProblemNote } from '../../../parts/ProblemNote';
import { useNow } from '../../../parts/useNow';
import { useMay } from '../../../session/useSession';
import { fill, useText } from '../../../text';
import { useTimers } from '../channel/timers';
import { explainTexts } from './explain.texts';

const HOUR = 3600;

/** When the channel goes off the air by itself, and a way to put that off. */
export function TimerLine({ channel }: { readonly channel: Channel }) {
  const text = useText(explainTexts);
  const may = useMay('channels:control');
  const say = useNotice();
  const now = useNow(1000);
  const next = useTimers(channel.id).value?.value.running[0];
  const extension = useCommand(
    async (_nothing: void, key) =>
      answer(
        api.POST('/v1/channels/{channel_id}/extend', {
          params: { path: { channel_id: channel.id }, header: onceFor(key) },
          body: { seconds: HOUR },
        }),
      ),
    ['channel'],
  );
  if (next === undefined) {
    return null;
  }
  const sentence = { never_connected: text.ifNobody, input_lost: text.ifNotBack }[next.timer] ?? text.maximum;
  const extend = async () => {
    if ((await extension.run()) !== undefined) {
      say(text.waitsLonger);
    }
  };
  return (
    <>
      <div className="row row-between">
        <p className="hint">{fill(sentence, { time: formatClock((Date.parse(next.stops_at) - now) / 1000) })}</p>
        {may && (
          <Button busy={extension.busy} onClick={() => void extend()}>
            {text.waitLonger}
          </Button>
        )}
      </div>
      <ProblemNote problem={extension.problem} />
    </>
  );
}
