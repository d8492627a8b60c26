import { serverNow } from '../../../api/clock';
import { answer, api } from '../../../api/client';
import type { Channel, ChannelExplanation } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { formatClock } from '../../../parts/format';
import { Loaded } from '../../../parts/Loaded';
import { Section } from '../../../parts/Page';
import { useNow } from '../../../parts/useNow';
import { fill, useText } from '../../../text';
import { causeOf } from './cause';
import { explainTexts } from './explain.texts';
import { Steps } from './Steps';
import { TimerLine } from './TimerLine';

/** Why the channel is not live, what it waits for, and what to do; also shown when it is live and something is wrong. */
export function WhyNotLive({ channel }: { readonly channel: Channel }) {
  const text = useText(explainTexts);
  const explained = useOne(['channel', channel.id, 'explain'], (signal) =>
    answer(api.GET('/v1/channels/{channel_id}/explain', { params: { path: { channel_id: channel.id } }, signal })),
  );
  return (
    <Section title={text.title}>
      <Loaded of={explained}>{(told) => <Explanation told={told} />}</Loaded>
      <Steps channel={channel} />
      <TimerLine channel={channel} />
    </Section>
  );
}

function Explanation({ told }: { readonly told: ChannelExplanation }) {
  const text = useText(explainTexts);
  // A cause that is new to these pages is told as the API does.
  const [because, advice] = text.cause[causeOf(told, serverNow())] ?? [told.summary, told.advice ?? undefined];
  const { wanted, actual, aws_error: error, waits_for: wait } = told;
  return (
    <>
      <div role="status">
        <p>
          <strong>{because}</strong>
        </p>
        {advice !== undefined && <p>{advice}</p>}
      </div>
      {wanted.cause !== null && (
        <p className="hint">
          {text.whoStopped}: {wanted.cause}
        </p>
      )}
      {actual.status === 'starting' && wait?.until != null && <GivenUp at={wait.until} />}
      {error !== null && (
        <p className="hint">
          {text.awsSaid}: <q>{error.said}</q>
        </p>
      )}
    </>
  );
}

function GivenUp({ at }: { readonly at: string }) {
  const text = useText(explainTexts);
  const left = (Date.parse(at) - useNow(1000)) / 1000;
  return left <= 0 ? null : <p className="hint">{fill(text.givenUp, { time: formatClock(left) })}</p>;
}
