import type { Channel } from '../../../api/schema';
import { Facts } from '../../../parts/Facts';
import { Section } from '../../../parts/Page';
import { Time } from '../../../parts/Time';
import { useText, wordOf } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { liveTexts } from '../live.texts';
import { EncoderBox } from './EncoderBox';
import { ForViewers } from './ForViewers';
import { overviewTexts } from './overview.texts';
import { Preview } from './Preview';
import { RunningCost } from './RunningCost';
import { TimerLine } from './TimerLine';
import { WhyNotLive } from './WhyNotLive';

/** What a streamer looks at before and while being on air. */
export function Overview({ channel }: { readonly channel: Channel }) {
  return (
    <div className="columns">
      <div className="stack">
        {/* The picture stays where it is when the channel goes live. */}
        <Preview channel={channel} />
        {channel.status === 'live' ? <TimerLine channel={channel} /> : <WhyNotLive channel={channel} />}
        <ForViewers channel={channel} />
      </div>
      <div className="stack">
        <EncoderBox channel={channel} />
        <RunningCost channel={channel} />
        <Details channel={channel} />
      </div>
    </div>
  );
}

function Details({ channel }: { readonly channel: Channel }) {
  const text = useText(overviewTexts);
  const words = useText(liveTexts);
  const common = useText(commonTexts);
  return (
    <Section title={text.details}>
      <Facts
        rows={[
          [text.ladder, <bdi>{channel.ladder}</bdi>],
          [text.latency, wordOf(words.latency, channel.latency)],
          [text.protocol, wordOf(words.protocol, channel.ingest.protocol)],
          [common.created, <Time at={channel.created_at} />],
          [text.channelId, <code>{channel.id}</code>],
          [text.playbackId, <code>{channel.playback_id}</code>],
        ]}
      />
    </Section>
  );
}
