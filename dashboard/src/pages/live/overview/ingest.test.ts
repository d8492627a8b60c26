import { describe, expect, it } from 'vitest';
import { isMasked, rtmpAddress, srtAddress } from './ingest';

const srt = {
  protocol: 'srt',
  url: 'srt://in.example.com:9001',
  second_url: null,
  stream_key: null,
  passphrase: 'a b',
  stream_id: null,
  allowed_cidrs: [],
  backup: null,
};

describe('the address for an encoder', () => {
  it('is the server with the key behind it', () => {
    expect(rtmpAddress('rtmp://h:1935/live', 'k')).toBe('rtmp://h:1935/live/k');
    expect(rtmpAddress('rtmp://h:1935/live/', 'k')).toBe('rtmp://h:1935/live/k');
  });

  it('is none while something of it is not known', () => {
    expect(rtmpAddress(null, 'k')).toBeUndefined();
    expect(srtAddress({ ingest: { ...srt, url: null } })).toBeUndefined();
    expect(srtAddress({ ingest: { ...srt, protocol: 'rtmp' } })).toBeUndefined();
  });

  it('tells an SRT listener who calls', () => {
    expect(srtAddress({ ingest: srt })).toBe('srt://in.example.com:9001?mode=caller&passphrase=a+b');
  });

  it('is of use only with the whole key', () => {
    expect(isMasked('********5678')).toBe(true);
    expect(isMasked('qkqvkba8mb1f')).toBe(false);
  });
});
