import { lazy, Suspense } from 'react';
import type { Channel, ChannelHealth, HealthFinding } from '../../../api/schema';
import { formatBitrate, formatNumber } from '../../../parts/format';
import { Loaded, Loading } from '../../../parts/Loaded';
import { Section } from '../../../parts/Page';
import { Pill, type Tone } from '../../../parts/Pill';
import { fill, useLanguage, useText, wordOf } from '../../../text';
import { isBilled } from '../status';
import { healthTexts } from './health.texts';
import { linesOf, type Samples } from './samples';
import { useHealth } from './useHealth';

const LineChart = lazy(() => import('../../../chart/LineChart'));

const TONES: Readonly<Record<string, Tone>> = { healthy: 'ready', starving: 'bad', degraded: 'bad' };

/** How well the channel is fed: what is wrong and how to mend it, and what was measured. */
export function HealthTab({ channel }: { readonly channel: Channel }) {
  const text = useText(healthTexts);
  const { health, samples } = useHealth(channel.id);
  return (
    <div className="stack">
      <Section title={text.title}>
        <Loaded of={health}>{(told) => <Now told={told} runs={isBilled(channel)} />}</Loaded>
      </Section>
      <Graphs samples={samples} runs={isBilled(channel)} />
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

function Graphs({ samples, runs }: { readonly samples: Samples; readonly runs: boolean }) {
  const text = useText(healthTexts);
  const language = useLanguage();
  if (Object.keys(samples).length === 0) {
    return runs ? (
      <Section title={text.graphs}>
        <p className="hint">{text.nothingYet}</p>
      </Section>
    ) : null;
  }
  const nameOf = (pipeline: string) => fill(text.pipeline, { number: Number(pipeline) + 1 });
  const whole = (value: number) => formatNumber(value, language);
  return (
    <Section title={text.graphs}>
      <Suspense fallback={<Loading />}>
        <div className="graphs">
          <LineChart label={text.bitrate} series={linesOf(samples, 'bits_per_second', nameOf)} format={(value) => formatBitrate(value, language)} />
          <LineChart label={text.rate} series={linesOf(samples, 'frames_per_second', nameOf)} format={(value) => formatNumber(value, language, 1)} />
          <LineChart label={text.dropped} series={linesOf(samples, 'dropped_frames', nameOf)} format={whole} />
          <LineChart label={text.filled} series={linesOf(samples, 'filled_milliseconds', nameOf)} format={whole} />
        </div>
      </Suspense>
      <p className="hint">{text.measured}</p>
    </Section>
  );
}
