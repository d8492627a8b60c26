import type Hls from 'hls.js';
import { scout } from './scout';
import { Renditions } from './renditions';
import { retryAfterMs, troubleOf } from './troubles';
import { openHls } from './hls';
import { edgeOf } from './timeline';
import type { Connection, Span } from './kinds';

export interface EngineOptions {
  /** Tried one after another: low latency first. */
  readonly urls: readonly string[];
  readonly live: boolean;
  /** Where to begin, in seconds of the timeline; null is the edge of a live and the beginning of a film. */
  readonly startAt: number | null;
}

/** What an engine tells while it runs. */
export interface EngineListener {
  readonly connection: (connection: Connection) => void;
  /** Levels or tracks have changed. */
  readonly tracks: () => void;
}

/**
 * Plays a stream of HLS in a video element, and keeps trying: one that is not there yet, ends or breaks is asked for
 * again until `close`. With hls.js where there are Media Source Extensions, else by the browser itself.
 */
export class Engine {
  private hls: Hls | null = null;
  private stop: () => void = () => {};
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly closing = new AbortController();
  private attempt = 0;
  private opened = false;
  private startAt: number | null;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly options: EngineOptions,
    private readonly tell: EngineListener,
  ) {
    this.startAt = options.startAt;
    const { signal } = this.closing;
    video.addEventListener('playing', () => (this.attempt = 0), { signal });
    video.addEventListener('ended', () => this.onEnded(), { signal });
    addEventListener('online', () => this.retryNow(), { signal });
    void this.open();
  }

  close(): void {
    this.closing.abort();
    clearTimeout(this.timer);
    this.release();
  }

  /** The user asks: now rather than when it would be next. */
  retryNow(): void {
    if (this.timer !== undefined) {
      clearTimeout(this.timer);
      this.timer = undefined;
      void this.again();
    }
  }

  /** How far behind the newest this player plays a live by itself, in seconds. */
  get targetLatency(): number {
    return this.hls?.targetLatency ?? 10;
  }

  /** Seconds behind the newest of a live; null while not known. */
  get latency(): number | null {
    const details = this.hls?.latestLevelDetails;
    if (this.hls !== null) {
      // As hls.js reckons it, whose own number stands still while the picture does.
      return details?.live ? Math.max(0, details.edge + details.age - this.video.currentTime) : null;
    }
    const { end } = this.span;
    return end > 0 ? Math.max(0, end - this.video.currentTime) : null;
  }

  get span(): Span {
    const { seekable, duration } = this.video;
    if (seekable.length > 0) {
      return { start: seekable.start(0), end: seekable.end(seekable.length - 1) };
    }
    return { start: 0, end: Number.isFinite(duration) ? duration : 0 };
  }

  toEdge(): void {
    this.video.currentTime = this.hls?.liveSyncPosition ?? edgeOf(this.span, this.targetLatency);
  }

  get renditions(): Renditions {
    return new Renditions(this.hls);
  }

  private async open(): Promise<void> {
    this.tell.connection('connecting');
    const url = this.options.urls[this.attempt % this.options.urls.length] ?? '';
    const library = await import('hls.js').catch(() => null);
    if (this.closing.signal.aborted) {
      return;
    }
    if (library === null) {
      this.fail(0);
    } else if (library.default.isSupported()) {
      this.openWith(library.default, url);
    } else if (this.video.canPlayType('application/vnd.apple.mpegurl') !== '') {
      this.openNatively(url);
    } else {
      this.tell.connection('unsupported');
    }
  }

  private openWith(library: typeof Hls, url: string): void {
    const hls = openHls(library, this.video, url, {
      startAt: this.startAt,
      lowLatency: this.options.urls.length > 1 && url === this.options.urls[0],
      onOpen: () => this.onOpen(),
      onTracks: () => this.tell.tracks(),
      onFailure: (status) => this.fail(status),
      onUnsupported: () => {
        this.release();
        this.tell.connection('unsupported');
      },
    });
    this.hls = hls;
    this.stop = () => hls.destroy();
  }

  private openNatively(url: string): void {
    const { video } = this;
    const listening = new AbortController();
    const { signal } = listening;
    video.addEventListener(
      'loadedmetadata',
      () => {
        if (this.startAt !== null) {
          video.currentTime = this.startAt;
        }
        this.onOpen();
      },
      { signal },
    );
    // The element does not say what the server answered: that is found out by asking it.
    video.addEventListener(
      'error',
      () => {
        void scout(url, this.closing.signal).then((found) => this.fail(found.kind === 'failed' ? found.status : 0));
      },
      { signal },
    );
    video.src = url;
    this.stop = () => listening.abort();
  }

  private onOpen(): void {
    this.opened = true;
    this.tell.connection('open');
    this.tell.tracks();
  }

  private fail(status: number): void {
    if (this.timer !== undefined || this.closing.signal.aborted) {
      return;
    }
    const { video } = this;
    this.startAt = this.options.live ? null : video.currentTime > 0 ? video.currentTime : this.startAt;
    this.release();
    const trouble = troubleOf(status, this.options.live, this.opened);
    this.tell.connection(trouble);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.again();
    }, retryAfterMs(trouble, this.attempt++));
  }

  /** A live that has ended may begin again; what there was of it can be looked at until then. */
  private onEnded(): void {
    if (this.options.live && this.timer === undefined) {
      this.attempt = 0;
      this.tell.connection('ended');
      this.watchForMore();
    }
  }

  private watchForMore(): void {
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.again();
    }, retryAfterMs('ended', this.attempt++));
  }

  private async again(): Promise<void> {
    if (this.video.ended) {
      const found = await scout(this.options.urls.at(-1) ?? '', this.closing.signal);
      if (this.closing.signal.aborted) {
        return;
      }
      if (found.kind !== 'live') {
        this.watchForMore();
        return;
      }
      this.startAt = null;
      this.release();
    }
    await this.open();
  }

  private release(): void {
    this.stop();
    this.stop = () => {};
    this.hls = null;
    this.video.removeAttribute('src');
    this.video.load();
  }
}
