import { scaleLinear, scaleTime, type ScaleLinear, type ScaleTime } from 'd3-scale';

/** Where a chart's drawing stands within its frame, in user units. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A drawing of so many pixels across. */
export const frameOf = (width: number): Frame => ({ width, height: 200, left: 64, right: 8, top: 8, bottom: 24 });

export const across = (from: number, to: number, frame: Frame): ScaleTime<number, number> =>
  scaleTime([from, to], [frame.left, frame.width - frame.right]);

/** The times to name below a drawing: whole seconds, about as many as have room. */
export const timesBelow = (x: ScaleTime<number, number>, frame: Frame): Date[] =>
  x.ticks(Math.max(2, Math.floor(frame.width / 130))).filter((time) => time.getTime() % 1000 === 0);

/** From zero to something round above the greatest value. */
export const upwards = (greatest: number, frame: Frame): ScaleLinear<number, number> =>
  scaleLinear([0, greatest > 0 ? greatest : 1], [frame.height - frame.bottom, frame.top]).nice(4);

export interface Point {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null where nothing was measured: the line has a gap there. */
  readonly value: number | null;
}

/** Points with a gap wherever none came for longer than usual: a line through nothing would lie. */
export function withGaps(points: readonly Point[]): Point[] {
  const steps = points.slice(1).map((point, index) => point.at - (points[index]?.at ?? point.at));
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    return before !== undefined && usual > 0 && point.at - before.at > usual * 2.5
      ? [{ at: before.at + usual, value: null }, point]
      : [point];
  });
}
