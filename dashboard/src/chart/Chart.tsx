import { useState, type ReactNode, type Ref } from 'react';
import { useText } from '../text';
import { chartTexts } from './chart.texts';

/** A figure with its name, what the colours mean, and the same numbers as a table for whoever prefers or needs it. */
export function Chart({ label, series, children, table, ref }: ChartProps) {
  const text = useText(chartTexts);
  // It may have thousands of rows, which few want to see.
  const [open, setOpen] = useState(false);
  return (
    <figure className="chart">
      <figcaption>
        <span>{label}</span>
        {series.length > 1 && (
          <span className="chart-legend">
            {series.map((name, index) => (
              <span key={name} className={`chart-name chart-color-${index % COLORS}`}>
                <bdi>{name}</bdi>
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <div ref={ref}>{children}</div>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{text.asTable}</summary>
        {open && table}
      </details>
    </figure>
  );
}

interface ChartProps {
  readonly label: string;
  readonly series: readonly string[];
  readonly children: ReactNode;
  readonly table: ReactNode;
  /** Of the room for the drawing. */
  readonly ref: Ref<HTMLDivElement>;
}

/** As many as chart.css has. */
export const COLORS = 6;
