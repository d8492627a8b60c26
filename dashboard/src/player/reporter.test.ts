import { describe, expect, it } from 'vitest';
import { Reporter, type Reported } from './reporter';
import type { PlaybackState } from './kinds';

const none = { all: [], chosen: -1 };
const film: PlaybackState = {
  live: false,
  trouble: null,
  wanted: true,
  begun: true,
  waiting: false,
  ended: false,
  position: 3,
  span: { start: 0, end: 20 },
  latency: null,
  atEdge: false,
  targetLatency: 0,
  canStartOver: false,
  startedOver: false,
  muted: false,
  volume: 1,
  rate: 1,
  levels: none,
  levelShown: -1,
  audios: none,
  captions: none,
};

function begin() {
  const told: Reported[] = [];
  let now = 0;
  const reporter = new Reporter((event) => told.push(event), () => now);
  return { told, reporter, later: (ms: number) => (now += ms) };
}

describe('what is told of a player', () => {
  it('is that it is ready, once, and how long a film is', () => {
    const { told, reporter } = begin();
    reporter.hear('loadeddata', film);
    reporter.hear('loadeddata', film);
    expect(told).toEqual([{ type: 'ready', live: false, duration: 20 }]);
  });

  it('is no length of a live', () => {
    const { told, reporter } = begin();
    reporter.hear('loadeddata', { ...film, live: true });
    expect(told).toEqual([{ type: 'ready', live: true, duration: null }]);
  });

  it('is the position at most four times a second', () => {
    const { told, reporter, later } = begin();
    for (let i = 0; i < 100; i++) {
      reporter.hear('timeupdate', film);
      later(10);
    }
    expect(told).toHaveLength(4);
  });

  it('is each trouble once, and again when it comes again', () => {
    const { told, reporter } = begin();
    for (const trouble of ['lost', 'lost', null, 'lost'] as const) {
      reporter.see({ ...film, trouble });
    }
    expect(told).toEqual([{ type: 'error', code: 'lost' }, { type: 'error', code: 'lost' }]);
  });

  it('is the level on the screen and whether the network chose it', () => {
    const { told, reporter } = begin();
    const all = [{ height: 360, bitrate: 8e5 }];
    reporter.see({ ...film, levels: { all, chosen: -1 }, levelShown: -1 });
    reporter.see({ ...film, levels: { all, chosen: -1 }, levelShown: 0 });
    reporter.see({ ...film, levels: { all, chosen: -1 }, levelShown: 0 });
    reporter.see({ ...film, levels: { all, chosen: 0 }, levelShown: 0 });
    expect(told).toEqual([
      { type: 'levelchange', level: all[0], automatic: true },
      { type: 'levelchange', level: all[0], automatic: false },
    ]);
  });

  it('is which captions are shown', () => {
    const { told, reporter } = begin();
    const all = [{ name: 'English', language: 'en' }];
    for (const chosen of [-1, 0, 0, -1]) {
      reporter.see({ ...film, captions: { all, chosen } });
    }
    expect(told).toEqual([{ type: 'captionschange', captions: all[0] }, { type: 'captionschange', captions: null }]);
  });

  it('is nothing that others do not need', () => {
    const { told, reporter } = begin();
    reporter.hear('resize', film);
    reporter.hear('pause', film);
    expect(told).toEqual([{ type: 'pause', position: 3 }]);
  });
});
