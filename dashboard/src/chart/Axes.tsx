import type { ReactNode } from 'react';
import type { ScaleLinear } from 'd3-scale';
import type { Frame } from './scales';
import { withRoom, type Tick } from './ticks';

interface Props {
  readonly frame: Frame;
  readonly y: ScaleLinear<number, number>;
  readonly format: (value: number) => string;
  /** What stands below, as far as there is room. */
  readonly ticks: readonly Tick[];
  readonly label: string;
  readonly whole?: boolean;
  readonly children: ReactNode;
}

/** The frame of a drawing: its scale at the left, its ticks below. */
export function Axes({ frame, y, format, ticks, label, whole = false, children }: Props) {
  const values = y.ticks(4).filter((value) => !whole || Number.isInteger(value));
  return (
    <svg className="chart-drawing" viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={label}>
      {values.map((value) => (
        <g key={value} className="chart-tick">
          <line x1={frame.left} x2={frame.width - frame.right} y1={y(value)} y2={y(value)} />
          <text x={frame.left - 8} y={y(value)} dy="0.32em" textAnchor="end">
            {format(value)}
          </text>
        </g>
      ))}
      {withRoom(ticks).map(({ x, words }) => (
        <text key={`${x} ${words}`} x={x} y={frame.height - 6} textAnchor="middle">
          {words}
        </text>
      ))}
      {children}
    </svg>
  );
}
