import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Engine } from './engine';
import type { Connection } from './kinds';

type Handler = (event: string, data: unknown) => void;

/** Stands in for hls.js: opened by a test, or made to fail. */
class FakeHls {
  static all: FakeHls[] = [];
  static supported = true;
  static readonly Events = {
    LEVEL_LOADED: 'loaded', LEVEL_SWITCHED: 'switched', LEVELS_UPDATED: 'levels', AUDIO_TRACKS_UPDATED: 'audios',
    AUDIO_TRACK_SWITCHED: 'audio', ERROR: 'error',
  };
  static readonly ErrorTypes = { MEDIA_ERROR: 'media', NETWORK_ERROR: 'network' };
  static readonly ErrorDetails = {
    MANIFEST_INCOMPATIBLE_CODECS_ERROR: 'codecs', BUFFER_INCOMPATIBLE_CODECS_ERROR: 'buffer', LEVEL_EMPTY_ERROR: 'empty',
  };
  static readonly isSupported = () => FakeHls.supported;

  readonly handlers = new Map<string, Handler>();
  readonly levels = [];
  readonly audioTracks = [];
  url = '';
  destroyed = false;
  recovered = 0;

  constructor(readonly config: Record<string, unknown>) {
    FakeHls.all.push(this);
  }

  on(event: string, handler: Handler): void {
    this.handlers.set(event, handler);
  }

  once(event: string, handler: Handler): void {
    this.on(event, handler);
  }

  loadSource(url: string): void {
    this.url = url;
  }

  attachMedia(): void {}

  recoverMediaError(): void {
    this.recovered++;
  }

  destroy(): void {
    this.destroyed = true;
  }

  open(): void {
    this.handlers.get('loaded')?.('loaded', {});
  }

  fail(error: Record<string, unknown>): void {
    this.handlers.get('error')?.('error', { fatal: true, type: 'network', ...error });
  }
}

vi.mock('hls.js', () => ({ default: FakeHls }));
vi.mock('hls.js/dist/hls.worker.js?url', () => ({ default: '/worker.js' }));

class FakeVideo extends EventTarget {
  src = '';
  currentTime = 0;
  ended = false;
  duration = Number.NaN;
  readonly seekable = { length: 0 };
  plays = '';

  canPlayType(): string {
    return this.plays;
  }

  removeAttribute(): void {
    this.src = '';
  }

  load(): void {}
}

const last = () => FakeHls.all.at(-1) as FakeHls;
const settle = () => vi.advanceTimersByTimeAsync(0);

function begin({ live = true, urls = ['https://cdn/index.m3u8'], startAt = null as number | null } = {}) {
  const video = new FakeVideo();
  const told: Connection[] = [];
  const engine = new Engine(
    video as unknown as HTMLVideoElement,
    { live, urls, startAt },
    { connection: (connection) => told.push(connection), tracks: () => {} },
  );
  return { video, told, engine };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', () => {});
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  FakeHls.all = [];
  FakeHls.supported = true;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the engine', () => {
  it('waits for a live that is not on air and opens it when it is', async () => {
    const { told } = begin();
    await settle();
    last().fail({ response: { code: 404 } });
    expect(told).toEqual(['connecting', 'not_on_air']);
    expect(last().destroyed).toBe(true);
    await vi.advanceTimersByTimeAsync(2000);
    last().open();
    expect(FakeHls.all).toHaveLength(2);
    expect(told).toEqual(['connecting', 'not_on_air', 'connecting', 'open']);
  });

  it('takes a live without segments for one that is not on air', async () => {
    const { told } = begin();
    await settle();
    last().fail({ details: 'empty' });
    expect(told.at(-1)).toBe('not_on_air');
  });

  it('says that what was there is lost, and goes on with a film where it was', async () => {
    const { video, told } = begin({ live: false });
    await settle();
    last().open();
    video.currentTime = 42;
    last().fail({});
    expect(told.at(-1)).toBe('lost');
    await vi.advanceTimersByTimeAsync(2000);
    expect(last().config['startPosition']).toBe(42);
  });

  it('tries low latency and the usual in turns', async () => {
    begin({ urls: ['https://cdn/low.m3u8', 'https://cdn/index.m3u8'] });
    await settle();
    expect([last().url, last().config['lowLatencyMode']]).toEqual(['https://cdn/low.m3u8', true]);
    last().fail({ response: { code: 404 } });
    await vi.advanceTimersByTimeAsync(2000);
    expect([last().url, last().config['lowLatencyMode']]).toEqual(['https://cdn/index.m3u8', false]);
  });

  it('repairs a broken picture once, and begins anew when that does not help', async () => {
    const { told } = begin();
    await settle();
    last().open();
    last().fail({ type: 'media' });
    expect([last().recovered, told.at(-1)]).toEqual([1, 'open']);
    last().fail({ type: 'media' });
    expect(told.at(-1)).toBe('lost');
  });

  it('does not mind errors that hls.js deals with', async () => {
    const { told } = begin();
    await settle();
    last().fail({ fatal: false });
    expect(told).toEqual(['connecting']);
  });

  it('gives up on codecs that the browser does not know', async () => {
    const { told } = begin();
    await settle();
    last().fail({ type: 'media', details: 'codecs' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual(['connecting', 'unsupported']);
    expect(FakeHls.all).toHaveLength(1);
  });

  it('lets the browser play where hls.js cannot, and asks the server why it failed', async () => {
    FakeHls.supported = false;
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 403 })));
    const { video, told, engine } = begin();
    video.plays = 'maybe';
    await settle();
    expect(video.src).toBe('https://cdn/index.m3u8');
    video.dispatchEvent(new Event('error'));
    await settle();
    expect(told).toEqual(['connecting', 'refused']);
    engine.close();
  });

  it('says so where nothing can play it', async () => {
    FakeHls.supported = false;
    const { told } = begin();
    await settle();
    expect(told).toEqual(['connecting', 'unsupported']);
  });

  it('looks whether a live that has ended goes on, and opens it only then', async () => {
    let playlist = '#EXTM3U\n#EXTINF:2,\n1.ts\n#EXT-X-ENDLIST\n';
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(playlist)));
    const { video, told } = begin();
    await settle();
    last().open();
    video.ended = true;
    video.dispatchEvent(new Event('ended'));
    expect(told.at(-1)).toBe('ended');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(FakeHls.all).toHaveLength(1);
    playlist = '#EXTM3U\n#EXTINF:2,\n2.ts\n';
    await vi.advanceTimersByTimeAsync(10_000);
    expect(FakeHls.all).toHaveLength(2);
    expect(FakeHls.all[0]?.destroyed).toBe(true);
  });

  it('lets a film end', async () => {
    const { video, told } = begin({ live: false });
    await settle();
    last().open();
    video.ended = true;
    video.dispatchEvent(new Event('ended'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual(['connecting', 'open']);
  });

  it('tries at once when the viewer asks', async () => {
    const { engine } = begin();
    await settle();
    last().fail({ response: { code: 503 } });
    engine.retryNow();
    await settle();
    expect(FakeHls.all).toHaveLength(2);
  });

  it('does nothing any more when it is closed', async () => {
    const { engine, told } = begin();
    await settle();
    last().fail({});
    engine.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeHls.all).toHaveLength(1);
    expect(told).toEqual(['connecting', 'unreachable']);
  });
});
