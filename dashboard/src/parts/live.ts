import workerUrl from 'hls.js/dist/hls.worker.js?url';

/** What the picture does. */
export type Picture = 'loading' | 'playing' | 'lost' | 'blocked' | 'unsupported';

export interface LivePlayer {
  /** Seconds behind the newest picture; undefined while not known. */
  readonly behindLive: () => number | undefined;
  readonly close: () => void;
}

const TRY_AGAIN_MS = 2000;

/**
 * Plays a live HLS stream in a video element and keeps trying: a stream that is not there yet, ends
 * or breaks is asked for again until `close`.
 */
export function playLive(video: HTMLVideoElement, url: string, tell: (picture: Picture) => void): LivePlayer {
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let engine: { destroy: () => void; readonly latency: number } | undefined;

  const playing = () => tell('playing');
  video.addEventListener('playing', playing);

  async function open(): Promise<void> {
    const { default: Hls } = await import('hls.js');
    if (closed) {
      return;
    }
    if (!Hls.isSupported()) {
      openNatively();
      return;
    }
    const hls = new Hls({ workerPath: workerUrl, liveSyncDurationCount: 2, backBufferLength: 30 });
    engine = hls;
    hls.on(Hls.Events.MANIFEST_PARSED, () => begin());
    hls.on(Hls.Events.ERROR, (_event, error) => {
      if (!error.fatal) {
        return;
      }
      if (error.type === Hls.ErrorTypes.MEDIA_ERROR) {
        hls.recoverMediaError();
      } else {
        tryAgain();
      }
    });
    hls.loadSource(url);
    hls.attachMedia(video);
  }

  function openNatively(): void {
    if (video.canPlayType('application/vnd.apple.mpegurl') === '') {
      tell('unsupported');
      return;
    }
    video.src = url;
    video.addEventListener('error', tryAgain, { once: true });
    begin();
  }

  function begin(): void {
    video.play().catch((thrown: unknown) => {
      if (!closed && thrown instanceof DOMException && thrown.name === 'NotAllowedError') {
        tell('blocked');
      }
    });
  }

  function tryAgain(): void {
    if (closed || timer !== undefined) {
      return;
    }
    tell('lost');
    timer = setTimeout(() => {
      timer = undefined;
      engine?.destroy();
      engine = undefined;
      void open();
    }, TRY_AGAIN_MS);
  }

  tell('loading');
  void open();

  return {
    behindLive: () => (engine !== undefined && engine.latency > 0 ? engine.latency : undefined),
    close: () => {
      closed = true;
      clearTimeout(timer);
      video.removeEventListener('playing', playing);
      video.removeEventListener('error', tryAgain);
      engine?.destroy();
      video.removeAttribute('src');
      video.load();
    },
  };
}
