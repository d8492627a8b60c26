import { answer, api } from '../../../api/client';
import type { Channel, ChannelHealth, HealthFinding } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { Loaded } from '../../../parts/Loaded';
import { Section } from '../../../parts/Page';
import { Pill, type Tone } from '../../../parts/Pill';
import { useText, wordOf } from '../../../text';
import { isBilled } from '../status';
import { Graphs } from './Graphs';
import { healthTexts } from './health.texts';

const TONES: Readonly<Record<string, Tone>> = { healthy: 'ready', starving: 'bad', degraded: 'bad' };

/** How well the channel is fed: what is wrong and how to mend it, and what was measured. */
export function HealthTab({ channel }: { readonly channel: Channel }) {
  const { id } = channel;
  const text = useText(healthTexts);
  const health = useOne(['channel', id, 'health'], (signal) =>
    answer(api.GET('/v1/channels/{channel_id}/health', { params: { path: { channel_id: id } }, signal })),
  );
  return (
    <div className="stack">
      <Section title={text.title}>
        <Loaded of={health}>{(told) => <Now told={told} runs={isBilled(channel)} />}</Loaded>
      </Section>
      <Graphs id={id} />
    </div>
  );
}

function Now({ told, runs }: { readonly told: ChannelHealth; readonly runs: boolean }) {
  const text = useText(healthTexts);
  return (
    <div className="stack" role="status">
      <div>
        <Pill tone={TONES[told.health] ?? 'quiet'}>{wordOf(text.word, told.health)}</Pill>
      </div>
      {told.findings.length > 0 ? (
        told.findings.map((finding) => <Found key={`${finding.code} ${finding.what}`} finding={finding} />)
      ) : (
        <p>{!runs ? text.notRunning : told.health === 'healthy' ? text.allWell : text.nothingYet}</p>
      )}
    </div>
  );
}

function Found({ finding }: { readonly finding: HealthFinding }) {
  const text = useText(healthTexts);
  const [what, fix] = text.finding[finding.code] ?? [finding.what, finding.fix];
  return (
    <div className="note">
      <p className="note-title">{what}</p>
      <p>{fix}</p>
    </div>
  );
}
