import { describe, expect, it } from 'vitest';
import { readState, troubleOf, type Known } from './readState';

const known: Known = {
  live: true,
  connection: 'open',
  blocked: false,
  wanted: true,
  begun: true,
  waitedMs: 0,
  waiting: false,
  startedOver: false,
  canStartOver: false,
};

describe('what is the matter', () => {
  it('is nothing while it plays or is opened', () => {
    expect(troubleOf(known)).toBeNull();
    expect(troubleOf({ ...known, connection: 'connecting' })).toBeNull();
  });

  it('is what the engine found', () => {
    expect(troubleOf({ ...known, connection: 'refused', blocked: true })).toBe('refused');
  });

  it('is a browser that waits for its user', () => {
    expect(troubleOf({ ...known, blocked: true })).toBe('blocked');
  });

  it('is a live that has no picture for long, but not a film, nor one that is paused or has not begun', () => {
    const waits = { ...known, waiting: true, waitedMs: 6000 };
    expect(troubleOf(waits)).toBe('lost');
    expect(troubleOf({ ...waits, waitedMs: 4000 })).toBeNull();
    expect(troubleOf({ ...waits, live: false })).toBeNull();
    expect(troubleOf({ ...waits, wanted: false })).toBeNull();
    expect(troubleOf({ ...waits, begun: false })).toBeNull();
  });
});

describe('the state of a player without a video', () => {
  it('is quiet and empty', () => {
    expect(readState({ ...known, connection: 'connecting' }, null, null, null)).toMatchObject({
      waiting: true,
      latency: null,
      atEdge: false,
      span: { start: 0, end: 0 },
      levels: { all: [], chosen: -1 },
    });
  });
});
