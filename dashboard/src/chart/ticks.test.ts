import { describe, expect, it } from 'vitest';
import { across, frameOf, timesBelow } from './scales';
import { withRoom } from './ticks';

const NOON = Date.UTC(2026, 10, 23, 12);

describe('words below a drawing', () => {
  const seconds = [0, 1, 2, 3, 4].map((second) => ({ x: 40 * second, words: `12:00:0${second} PM` }));

  it('never stand over each other', () => {
    expect(withRoom(seconds).map(({ x }) => x)).toEqual([0, 120]);
  });

  it('all stand there when they have room', () => {
    const far = seconds.map(({ x, words }) => ({ x: x * 3, words }));
    expect(withRoom(far)).toEqual(far);
    expect(withRoom(seconds.slice(0, 1))).toHaveLength(1);
    expect(withRoom([])).toEqual([]);
  });

  it('need more room in Korean', () => {
    const korean = [0, 1, 2].map((index) => ({ x: 60 * index, words: '라이브러리' }));
    expect(withRoom(korean)).toHaveLength(2);
    expect(withRoom(korean.map(({ x }) => ({ x, words: 'video' })))).toHaveLength(3);
  });
});

describe('times below a line', () => {
  it('are whole seconds, however short the line is', () => {
    const frame = frameOf(640);
    for (const span of [1, 700, 3000, 20_000]) {
      const times = timesBelow(across(NOON + 300, NOON + 300 + span, frame), frame).map((time) => time.getTime());
      expect(times.every((time) => time % 1000 === 0)).toBe(true);
      expect(new Set(times).size).toBe(times.length);
    }
  });
});
