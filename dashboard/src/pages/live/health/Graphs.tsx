import { lazy, Suspense, useState } from 'react';
import type { ChannelHealthHistory } from '../../../api/schema';
import { SelectField } from '../../../parts/Field';
import { formatBitrate, formatNumber } from '../../../parts/format';
import { Loaded, Loading } from '../../../parts/Loaded';
import { Section } from '../../../parts/Page';
import { fill, useLanguage, useText } from '../../../text';
import { healthTexts } from './health.texts';
import { linesOf, useHistory } from './history';

const LineChart = lazy(() => import('../../../chart/LineChart'));

/** Seconds; AWS keeps what it measured for three hours. */
const SPANS = ['600', '3600', '10800'] as const;

/** What came in over the last minutes or hours. */
export function Graphs({ id }: { readonly id: string }) {
  const text = useText(healthTexts);
  const [span, setSpan] = useState<string>(SPANS[0]);
  const history = useHistory(id, Number(span));
  return (
    <Section title={text.graphs}>
      <div className="filters">
        <SelectField
          label={text.span}
          name="seconds"
          value={span}
          onChange={setSpan}
          options={SPANS.map((seconds) => [seconds, text.spans[seconds] ?? seconds] as const)}
        />
      </div>
      <Loaded of={history}>{(told) => <Lines told={told} />}</Loaded>
      <p className="hint">{text.measured}</p>
    </Section>
  );
}

function Lines({ told }: { readonly told: ChannelHealthHistory }) {
  const text = useText(healthTexts);
  const language = useLanguage();
  if (told.pipelines.length === 0) {
    return <p className="hint">{text.nothingThen}</p>;
  }
  const nameOf = (pipeline: string) => fill(text.pipeline, { number: Number(pipeline) + 1 });
  const number = (value: number) => formatNumber(value, language, 1);
  return (
    <Suspense fallback={<Loading />}>
      <div className="graphs">
        <LineChart label={text.bitrate} series={linesOf(told, 'bits_per_second', nameOf)} format={(value) => formatBitrate(value, language)} />
        <LineChart label={text.rate} series={linesOf(told, 'frames_per_second', nameOf)} format={number} />
        <LineChart label={text.dropped} series={linesOf(told, 'dropped_frames', nameOf)} format={number} />
        <LineChart label={text.filled} series={linesOf(told, 'filled_milliseconds', nameOf)} format={number} />
      </div>
    </Suspense>
  );
}
