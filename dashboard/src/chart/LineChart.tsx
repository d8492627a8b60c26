import { line } from 'd3-shape';
import { Table } from '../parts/Table';
import { fill, useLanguage, useText } from '../text';
import { formatTime } from '../parts/format';
import { Axes } from './Axes';
import { Chart, COLORS } from './Chart';
import { chartTexts } from './chart.texts';
import { across, timesBelow, upwards, withGaps, type Point } from './scales';
import { useFrame } from './useFrame';
import './chart.css';

export interface Line {
  readonly name: string;
  readonly points: readonly Point[];
}

interface Props {
  /** What is shown, e.g. `Bitrate`. */
  readonly label: string;
  readonly series: readonly Line[];
  readonly format: (value: number) => string;
}

/** A shorter time is drawn as so much: the little that was measured of it stands at the left. */
const LEAST_MS = 10_000;

/** Values over time; nothing is drawn where nothing was measured. */
export default function LineChart({ label, series, format }: Props) {
  const text = useText(chartTexts);
  const [room, frame] = useFrame<HTMLDivElement>();
  const language = useLanguage();
  const times = series.flatMap(({ points }) => points.map(({ at }) => at));
  if (times.length === 0) {
    return <p className="fine">{`${label}: ${text.nothing}`}</p>;
  }
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const clock = new Intl.DateTimeFormat(language, { timeStyle: to - from < 600_000 ? 'medium' : 'short' });
  const x = across(from, Math.max(to, from + LEAST_MS), frame);
  const y = upwards(Math.max(...series.flatMap(({ points }) => points.map(({ value }) => value ?? 0))), frame);
  const path = line<Point>()
    .defined(({ value }) => value !== null)
    .x(({ at }) => x(at))
    .y(({ value }) => y(value ?? 0));
  const moments = [...new Set(times)].sort((a, b) => a - b);
  const span = fill(text.from, { from: clock.format(from), to: clock.format(to) });
  return (
    <Chart
      ref={room}
      label={label}
      series={series.map(({ name }) => name)}
      table={
        <Table
          label={label}
          rows={moments}
          keyOf={String}
          columns={[
            { name: text.time, cell: (at) => formatTime(new Date(at).toISOString(), language, true) },
            ...series.map(({ name, points }) => ({
              name,
              number: true,
              cell: told(points, format),
            })),
          ]}
        />
      }
    >
      <Axes
        frame={frame}
        y={y}
        format={format}
        ticks={timesBelow(x, frame).map((time) => ({ x: x(time), words: clock.format(time) }))}
        label={`${label}, ${span}`}
      >
        {series.map(({ name, points }, index) => (
          <path key={name} className={`chart-line chart-color-${index % COLORS}`} d={path(withGaps(points)) ?? ''} />
        ))}
      </Axes>
    </Chart>
  );
}

/** What was measured at a time; there may be thousands of times. */
function told(points: readonly Point[], format: (value: number) => string): (at: number) => string {
  const values = new Map(points.map(({ at, value }) => [at, value]));
  return (at) => {
    const value = values.get(at) ?? null;
    return value === null ? '–' : format(value);
  };
}
