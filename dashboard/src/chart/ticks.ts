/** What stands below a drawing, its middle so many pixels from the left. */
export interface Tick {
  readonly x: number;
  readonly words: string;
}

/** How wide characters of chart.css are, in pixels, on the large side: those of Korean are square. */
const NARROW = 6.5;
const WIDE = 11;

/** Between two words. */
const GAP = 12;

const widthOf = (words: string): number => Array.from(words).reduce((sum, character) => sum + (character < '\u1100' ? NARROW : WIDE), 0);

/** Only every so manyth, where not all of them have room beside each other. */
export function withRoom(ticks: readonly Tick[]): Tick[] {
  const room = Math.max(...ticks.map(({ words }) => widthOf(words))) + GAP;
  const step = Math.min(...ticks.slice(1).map(({ x }, index) => x - (ticks[index]?.x ?? x)));
  const every = Math.max(1, Math.ceil(room / step));
  return ticks.filter((_, index) => index % every === 0);
}
