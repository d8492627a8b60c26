import type { Level, Track } from './kinds';
import { fill } from '../text';

/** A length of time as it is spoken: `1 minute, 5 seconds`. */
export function spokenTime(seconds: number, language: string): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts: [number, string][] = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor(whole / 60) % 60, 'minute'],
    [whole % 60, 'second'],
  ];
  const said = parts.filter(([value, unit]) => value > 0 || (unit === 'second' && whole === 0));
  const words = said.map(([value, unit]) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value),
  );
  return new Intl.ListFormat(language, { type: 'unit' }).format(words);
}

/** What a level is called: its lines, and its rate where another has as many. */
export function levelName(level: Level, all: readonly Level[]): string {
  const rate = `${(level.bitrate / 1e6).toFixed(1)} Mb/s`;
  if (level.height <= 0) {
    return rate;
  }
  const alone = all.filter(({ height }) => height === level.height).length === 1;
  return alone ? `${level.height}p` : `${level.height}p, ${rate}`;
}

/** What a track is called: its own name, else its number. */
export function trackName(track: Track, index: number, unnamed: string): string {
  return track.name === '' ? fill(unnamed, { number: index + 1 }) : track.name;
}
