import { afterEach, describe, expect, it, vi } from 'vitest';
import { isFromParent, obey } from './messages';
import { readOptions } from './options';
import { askAgainMs, findPlayback, read } from './playback';

describe('the address of the embedded player', () => {
  it('says what to play and how', () => {
    expect(readOptions('/embed/pb_1', '?autoplay=1&muted&start=12.5&captions=ko&language=ko&origin=https://a.example/page')).toEqual({
      playbackId: 'pb_1',
      autoPlay: true,
      muted: true,
      startAt: 12.5,
      captions: 'ko',
      language: 'ko',
      origin: 'https://a.example',
    });
  });

  it('needs no options', () => {
    expect(readOptions('/embed/pb_1/', '')).toEqual({
      playbackId: 'pb_1',
      autoPlay: false,
      muted: false,
      startAt: null,
      captions: null,
      language: null,
      origin: '*',
    });
  });

  it('may hold nonsense', () => {
    expect(readOptions('/embed/%E0%A4%A', '?autoplay=0&start=-3&captions=off&language=xx&origin=nobody')).toMatchObject({
      playbackId: '%E0%A4%A',
      autoPlay: false,
      startAt: null,
      captions: null,
      language: null,
      origin: null,
    });
    expect(readOptions('/elsewhere', '?start=later').startAt).toBeNull();
    expect(readOptions('/elsewhere', '').playbackId).toBe('');
  });
});

describe('a message to the frame', () => {
  function commands() {
    return { play: vi.fn(), pause: vi.fn(), seek: vi.fn(), mute: vi.fn(), unmute: vi.fn() };
  }

  it('commands the player', () => {
    const player = commands();
    obey({ target: 'onair', command: 'play' }, player);
    obey({ target: 'onair', command: 'seek', position: 7 }, player);
    expect(player.play).toHaveBeenCalledOnce();
    expect(player.seek).toHaveBeenCalledWith(7);
  });

  it.each([
    null,
    'play',
    { command: 'play' },
    { target: 'onair' },
    { target: 'onair', command: 'toString' },
    { target: 'onair', command: 'constructor' },
    { target: 'onair', command: 'seek' },
    { target: 'onair', command: 'seek', position: '7' },
    { target: 'onair', command: 'seek', position: Number.NaN },
  ])('is passed over when it is %j', (message) => {
    const player = commands();
    obey(message, player);
    expect(Object.values(player).every((command) => command.mock.calls.length === 0)).toBe(true);
  });

  it('counts only from the page around, and only from the origin that was named', () => {
    const parent = {};
    const from = (source: unknown, origin: string) => ({ source, origin }) as MessageEvent;
    expect(isFromParent(from(parent, 'https://a.example'), parent, '*')).toBe(true);
    expect(isFromParent(from({}, 'https://a.example'), parent, '*')).toBe(false);
    expect(isFromParent(from(parent, 'https://a.example'), parent, 'https://a.example')).toBe(true);
    expect(isFromParent(from(parent, 'https://b.example'), parent, 'https://a.example')).toBe(false);
    expect(isFromParent(from(parent, 'https://b.example'), parent, null)).toBe(false);
  });
});

describe('what a stream is told to be', () => {
  const urls = { hls_url: 'https://cdn/i.m3u8', ll_hls_url: null, start_over: null };

  it('plays while a channel is on air', () => {
    const source = { hlsUrl: 'https://cdn/i.m3u8', lowLatencyHlsUrl: null, startOverUrl: undefined };
    expect(read({ ...urls, status: 'live' })).toEqual({ source, live: true, why: null });
    expect(read({ ...urls, status: 'reconnecting' }).source).toEqual(source);
    expect(read({ ...urls, status: 'live', start_over: { hls_url: 'https://cdn/s.m3u8' } }).source?.startOverUrl).toBe('https://cdn/s.m3u8');
  });

  it('waits while a channel is not, though its last broadcast could be played', () => {
    expect(read({ ...urls, status: 'idle' })).toEqual({ source: null, live: true, why: 'not_on_air' });
    expect(read({ status: 'live', hls_url: null })).toEqual({ source: null, live: true, why: 'not_on_air' });
  });

  it('plays a film that is ready, waits for one that is made, and gives up one that failed', () => {
    expect(read({ ...urls, status: 'ready' })).toMatchObject({ live: false, why: null });
    expect(read({ status: 'processing', hls_url: null })).toEqual({ source: null, live: false, why: 'processing' });
    expect(read({ ...urls, status: 'errored' })).toEqual({ source: null, live: false, why: 'failed' });
    expect(read({ ...urls, status: 'deleted' }).why).toBe('not_found');
  });

  it('is asked for without the session', async () => {
    const ask = vi.fn((_url: string, _options: RequestInit) => Promise.resolve(Response.json({ ...urls, status: 'ready' })));
    vi.stubGlobal('fetch', ask);
    await findPlayback('pb_1/../x', new AbortController().signal);
    expect(ask.mock.calls[0]?.[0]).toBe('/playback/pb_1%2F..%2Fx');
    expect(ask.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit' });
  });

  it.each([
    [404, 'not_found'],
    [400, 'not_found'],
    [403, 'refused'],
    [429, 'unreachable'],
    [503, 'unreachable'],
  ])('is by an answer of %i: %s', async (status, why) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status })));
    expect(await findPlayback('pb_1', new AbortController().signal)).toMatchObject({ source: null, why });
  });

  it('is unreachable without an answer that can be understood', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>')));
    expect((await findPlayback('pb_1', new AbortController().signal)).why).toBe('unreachable');
  });

  it('is left alone for as long as the server asks', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: 429, headers: { 'Retry-After': '30' } })));
    expect((await findPlayback('pb_1', new AbortController().signal)).restMs).toBe(30_000);
  });

  it('is asked for again soon, and rarely where it hardly helps', () => {
    expect(askAgainMs('not_on_air', 0)).toBe(3200);
    expect(askAgainMs('not_on_air', 1)).toBe(5200);
    expect(askAgainMs('not_found', 0)).toBe(16_000);
  });

  afterEach(() => vi.unstubAllGlobals());
});
