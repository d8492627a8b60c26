import { describe, expect, it } from 'vitest';
import { isSame, planOf } from './plan';

const source = { hlsUrl: 'https://cdn/i.m3u8', lowLatencyHlsUrl: null, startOverUrl: 'https://cdn/i.m3u8?start=1' };

describe('what is played', () => {
  it('is a film from where it was asked for', () => {
    expect(planOf(source, { live: false, startAt: 30, startedOver: false })).toEqual({
      urls: ['https://cdn/i.m3u8'],
      live: false,
      startAt: 30,
    });
  });

  it('is a live at its newest, with low latency first', () => {
    const low = { ...source, lowLatencyHlsUrl: 'https://cdn/ll.m3u8' };
    expect(planOf(low, { live: true, startAt: 30, startedOver: false })).toEqual({
      urls: ['https://cdn/ll.m3u8', 'https://cdn/i.m3u8'],
      live: true,
      startAt: null,
    });
  });

  it('is a broadcast from its beginning, or as far from it as was asked for', () => {
    expect(planOf(source, { live: true, startAt: null, startedOver: true })).toMatchObject({ urls: [source.startOverUrl], startAt: 0 });
    expect(planOf(source, { live: true, startAt: 30, startedOver: true }).startAt).toBe(30);
  });

  it('is a live at its newest where nobody can go back', () => {
    expect(planOf({ hlsUrl: 'https://cdn/i.m3u8' }, { live: true, startAt: 30, startedOver: true }).startAt).toBeNull();
  });
});

describe('a source', () => {
  it('goes on playing when only the address of its beginning has moved', () => {
    expect(isSame(source, { ...source, startOverUrl: 'https://cdn/i.m3u8?start=2' })).toBe(true);
    expect(isSame(source, { ...source, hlsUrl: 'https://cdn/j.m3u8' })).toBe(false);
    expect(isSame(source, null)).toBe(false);
  });
});
