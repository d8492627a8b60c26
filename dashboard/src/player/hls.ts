import type Hls from 'hls.js';
import type { ErrorData } from 'hls.js';
import workerUrl from 'hls.js/dist/hls.worker.js?url';

interface Opening {
  readonly startAt: number | null;
  readonly lowLatency: boolean;
  readonly onOpen: () => void;
  readonly onTracks: () => void;
  /** It cannot go on; the status is that of the server's answer, 0 when there was none. */
  readonly onFailure: (status: number) => void;
  readonly onUnsupported: () => void;
}

/** A second broken picture within this time is not repaired but begun anew. */
const REPAIRED_MS = 10_000;

/** Opens a stream with hls.js in a video element. */
export function openHls(library: typeof Hls, video: HTMLVideoElement, url: string, opening: Opening): Hls {
  const { Events, ErrorTypes, ErrorDetails } = library;
  const hls = new library({
    // A worker from a file of ours: the content security policy allows no other.
    workerPath: workerUrl,
    lowLatencyMode: opening.lowLatency,
    // A little faster than life until it is as near to it as it was meant to be.
    maxLiveSyncPlaybackRate: opening.lowLatency ? 1.1 : 1,
    // Tells the window that can be sought in by `video.seekable`, as native HLS does.
    liveDurationInfinity: true,
    backBufferLength: 30,
    capLevelToPlayerSize: true,
    startPosition: opening.startAt ?? -1,
  });
  let repaired = Number.NEGATIVE_INFINITY;

  function onError(error: ErrorData): void {
    if (!error.fatal) {
      return;
    }
    if (error.details === ErrorDetails.MANIFEST_INCOMPATIBLE_CODECS_ERROR || error.details === ErrorDetails.BUFFER_INCOMPATIBLE_CODECS_ERROR) {
      opening.onUnsupported();
    } else if (error.details === ErrorDetails.LEVEL_EMPTY_ERROR) {
      // Nothing is packaged yet: as good as not there.
      opening.onFailure(404);
    } else if (error.type === ErrorTypes.MEDIA_ERROR && performance.now() - repaired > REPAIRED_MS) {
      repaired = performance.now();
      hls.recoverMediaError();
      // The video has stopped for it.
      opening.onOpen();
    } else {
      opening.onFailure(error.response?.code ?? 0);
    }
  }

  hls.once(Events.LEVEL_LOADED, opening.onOpen);
  for (const event of [Events.LEVEL_SWITCHED, Events.LEVELS_UPDATED, Events.AUDIO_TRACKS_UPDATED, Events.AUDIO_TRACK_SWITCHED] as const) {
    hls.on(event, opening.onTracks);
  }
  hls.on(Events.ERROR, (_event, error) => onError(error));
  hls.loadSource(url);
  hls.attachMedia(video);
  return hls;
}
