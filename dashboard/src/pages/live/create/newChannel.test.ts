import { describe, expect, it } from 'vitest';
import { ladderOf, requestOf, USUAL } from './newChannel';

describe('a new channel', () => {
  it('is asked for with nothing that was not chosen', () => {
    expect(requestOf('Show', '720p', USUAL)).toEqual({
      name: 'Show',
      ladder: '720p',
      latency: 'standard',
      record: false,
      ads: { enabled: false },
      ingest: { protocol: 'rtmp' },
    });
  });

  it('leaves out what does not go with how it comes in', () => {
    const chosen = { ...USUAL, backup: true, dual: true, allowed: ' 10.0.0.0/8,\n192.0.2.0/24 ', sourceUrl: ' https://a/b.m3u8 ' };
    expect(requestOf('x', undefined, chosen)).toMatchObject({
      pipelines: 'dual',
      ingest: { protocol: 'rtmp', backup: true, allowed_cidrs: ['10.0.0.0/8', '192.0.2.0/24'] },
    });
    const read = requestOf('x', undefined, { ...chosen, protocol: 'hls_pull' });
    expect(read.ingest).toEqual({ protocol: 'hls_pull', url: 'https://a/b.m3u8' });
    expect(read).not.toHaveProperty('pipelines');
  });

  it('begins with the usual ladder, or with any that is there', () => {
    const all = [{ name: '1080p' }, { name: '720p' }];
    expect(ladderOf(undefined, all)?.name).toBe('720p');
    expect(ladderOf('1080p', all)?.name).toBe('1080p');
    expect(ladderOf('gone', [{ name: 'mine' }])?.name).toBe('mine');
    expect(ladderOf(undefined, [])).toBeUndefined();
  });
});
