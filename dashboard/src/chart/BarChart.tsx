import { Table } from '../parts/Table';
import { Axes } from './Axes';
import { Chart, COLORS } from './Chart';
import { upwards } from './scales';
import { useFrame } from './useFrame';
import './chart.css';

export interface Bar {
  /** What stands below it, e.g. a day. */
  readonly name: string;
  /** What it is made of, from the bottom up. */
  readonly values: readonly { readonly series: string; readonly value: number }[];
}

interface Props {
  /** What is shown, e.g. `Cost by day`. */
  readonly label: string;
  /** What the bars are, e.g. `Day`: the first column of the table. */
  readonly of: string;
  readonly bars: readonly Bar[];
  readonly format: (value: number) => string;
  /** What is counted has no halves. */
  readonly whole?: boolean;
}

/** Amounts beside each other, each made of parts. */
export default function BarChart({ label, of, bars, format, whole = false }: Props) {
  const [room, frame] = useFrame<HTMLDivElement>();
  const series = [...new Set(bars.flatMap(({ values }) => values.map((value) => value.series)))];
  const y = upwards(Math.max(0, ...bars.map(({ values }) => values.reduce((sum, { value }) => sum + value, 0))), frame);
  const step = (frame.width - frame.left - frame.right) / Math.max(1, bars.length);
  const middle = (index: number) => frame.left + step * (index + 0.5);
  return (
    <Chart
      ref={room}
      label={label}
      series={series}
      table={
        <Table
          label={label}
          rows={bars}
          keyOf={({ name }) => name}
          columns={[
            { name: of, cell: ({ name }) => name },
            ...series.map((name) => ({
              name,
              number: true,
              cell: ({ values }: Bar) => format(values.find((value) => value.series === name)?.value ?? 0),
            })),
          ]}
        />
      }
    >
      <Axes
        frame={frame}
        y={y}
        whole={whole}
        format={format}
        ticks={bars.map(({ name }, index) => ({ x: middle(index), words: name }))}
        label={label}
      >
        {bars.map((bar, index) => (
          <g key={bar.name}>
            {piled(bar).map(({ from, to, series: name }) => (
              <rect
                key={name}
                className={`chart-bar chart-color-${series.indexOf(name) % COLORS}`}
                x={middle(index) - step * 0.35}
                width={step * 0.7}
                y={y(to)}
                height={Math.max(0, y(from) - y(to))}
              >
                <title>{`${bar.name}, ${name}: ${format(to - from)}`}</title>
              </rect>
            ))}
          </g>
        ))}
      </Axes>
    </Chart>
  );
}

/** The parts of a bar, each on top of the one before. */
function piled({ values }: Bar): { readonly series: string; readonly from: number; readonly to: number }[] {
  let top = 0;
  return values.map(({ series, value }) => {
    const from = top;
    top += value;
    return { series, from, to: top };
  });
}
