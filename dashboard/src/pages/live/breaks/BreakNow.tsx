import { useState } from 'react';
import { Link } from 'wouter';
import { answer, api, onceFor } from '../../../api/client';
import type { AdBreak, Channel } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { formatClock } from '../../../parts/format';
import { Section } from '../../../parts/Page';
import { useNow } from '../../../parts/useNow';
import { fill, useText } from '../../../text';
import { breaksTexts } from './breaks.texts';
import { secondsLeft } from './countdown';

const USUAL_SECONDS = 30;
const MOST_SECONDS = 600;

/** Breaks for ads at once, and counts down to the end of the break. */
export function BreakNow({ channel, breaks }: { readonly channel: Channel; readonly breaks: readonly AdBreak[] }) {
  const text = useText(breaksTexts);
  const [seconds, setSeconds] = useState(String(USUAL_SECONDS));
  const live = channel.status === 'live';
  const breaking = useCommand(
    async (duration: number, key) =>
      answer(
        api.POST('/v1/channels/{channel_id}/ad-breaks', {
          params: { path: { channel_id: channel.id }, header: onceFor(key) },
          body: { duration_seconds: duration },
        }),
      ),
    ['ad_break'],
  );
  return (
    <Section title={text.now}>
      {!channel.ads.enabled && (
        <p className="note">
          {text.adsOff} <Link href={`/channels/${channel.id}/settings`}>{text.adsOn}</Link>
        </p>
      )}
      <Form label={text.now} problem={breaking.problem} onSubmit={() => void breaking.run(Number(seconds))}>
        <div className="row row-fields">
          <TextField
            label={text.length}
            name="duration_seconds"
            type="number"
            min={1}
            max={MOST_SECONDS}
            step={1}
            required
            value={seconds}
            onChange={(event) => setSeconds(event.target.value)}
          />
          <Button type="submit" look="main" busy={breaking.busy} disabled={!live}>
            {text.begin}
          </Button>
        </div>
        <Countdown breaks={breaks} />
        <p className="hint">{live ? text.nowLead : text.notLive}</p>
      </Form>
    </Section>
  );
}

/** How long the break that viewers see now goes on. Screen readers are told that there is one, not each second. */
function Countdown({ breaks }: { readonly breaks: readonly AdBreak[] }) {
  const text = useText(breaksTexts);
  const now = useNow(250);
  const left = breaks.map((adBreak) => secondsLeft(adBreak, now)).find((seconds) => seconds !== undefined);
  const asked = breaks.some(({ status, start_at: at }) => status === 'scheduled' && at === null);
  return (
    <div className="countdown">
      <p className="unseen" role="status">
        {left !== undefined ? text.begun : ''}
      </p>
      {left !== undefined ? (
        <p className="figure">{fill(text.endsIn, { time: formatClock(Math.ceil(left)) })}</p>
      ) : (
        asked && <p>{text.soon}</p>
      )}
    </div>
  );
}
