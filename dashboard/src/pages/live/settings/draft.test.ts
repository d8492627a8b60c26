import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../api/schema';
import { draftOf, isOutdated, patchOf } from './draft';

const channel = {
  name: 'Show',
  ladder: '720p',
  latency: 'standard',
  dvr_window_seconds: 3600,
  delay_seconds: 0,
  record: false,
  ads: { enabled: false, slate_asset_id: 'as_1' },
  pipelines: 'single',
  slate: null,
  status: 'idle',
} as unknown as Channel;

describe('a change of a channel', () => {
  it('asks for what is another only', () => {
    const draft = draftOf(channel);
    expect(patchOf(channel, draft)).toBeUndefined();
    expect(patchOf(channel, { ...draft, name: ' Late show ', dvrMinutes: '30' })).toEqual({ name: 'Late show', dvr_window_seconds: 1800 });
    expect(patchOf(channel, { ...draft, ads: true })).toEqual({ ads: { enabled: true, slate_asset_id: 'as_1' } });
    expect(patchOf(channel, { ...draft, dual: true, slateColor: '#1a2b3c' })).toEqual({ pipelines: 'dual', slate: { color: '1A2B3C' } });
  });

  it('takes a slate away', () => {
    const slated = { ...channel, slate: { color: '1A2B3C', image_url: null, repeat_milliseconds: 0, black_milliseconds: 0 } };
    expect(patchOf(slated, { ...draftOf(slated), slateColor: '' })).toEqual({ slate: null });
  });

  it('is outdated by somebody else’s, not by another status', () => {
    expect(isOutdated(channel, { ...channel, status: 'live' })).toBe(false);
    expect(isOutdated(channel, { ...channel, record: true })).toBe(true);
  });
});
