import { describe, expect, it } from 'vitest';
import { levelName, spokenTime, trackName } from './words';

describe('a length of time', () => {
  it('is spoken in each language', () => {
    expect(spokenTime(12, 'en')).toBe('12 seconds');
    expect(spokenTime(65, 'en')).toBe('1 minute, 5 seconds');
    expect(spokenTime(3600, 'en')).toBe('1 hour');
    expect(spokenTime(0, 'en')).toBe('0 seconds');
    expect(spokenTime(65, 'ko')).toBe('1분 5초');
  });
});

describe('a level', () => {
  const low = { height: 360, bitrate: 800_000 };

  it('is called by its lines', () => {
    expect(levelName(low, [low, { height: 720, bitrate: 3e6 }])).toBe('360p');
  });

  it('tells its rate where that makes the difference', () => {
    expect(levelName(low, [low, { height: 360, bitrate: 1.4e6 }])).toBe('360p, 0.8 Mb/s');
    expect(levelName({ height: 0, bitrate: 64_000 }, [])).toBe('0.1 Mb/s');
  });
});

describe('a track', () => {
  it('has a number where it has no name', () => {
    expect(trackName({ name: '', language: '' }, 1, 'Track {number}')).toBe('Track 2');
    expect(trackName({ name: '<b>Commentary</b> 🎤', language: 'en' }, 0, 'Track {number}')).toBe('<b>Commentary</b> 🎤');
  });
});
