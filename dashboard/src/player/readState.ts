import { isAtEdge } from './timeline';
import type { Captions } from './captions';
import type { Engine } from './engine';
import type { Connection, PlaybackState, Trouble } from './kinds';

/** What a playback knows by itself; the rest is asked of the video and the engine. */
export interface Known {
  readonly live: boolean;
  readonly connection: Connection;
  readonly blocked: boolean;
  readonly wanted: boolean;
  readonly begun: boolean;
  /** How long it has been without a picture that it should show, in milliseconds. */
  readonly waitedMs: number;
  readonly waiting: boolean;
  readonly startedOver: boolean;
  readonly canStartOver: boolean;
}

/** A live that has waited for so long has lost its signal. */
const LOST_AFTER_MS = 5000;

const NONE = { all: [], chosen: -1 };

export function readState(
  known: Known,
  video: HTMLVideoElement | null,
  engine: Engine | null,
  captions: Captions | null,
): PlaybackState {
  const { live, wanted, begun, startedOver, canStartOver } = known;
  const trouble = troubleOf(known);
  const latency = live && (trouble === null || trouble === 'blocked') ? (engine?.latency ?? null) : null;
  const targetLatency = engine?.targetLatency ?? 0;
  return {
    live,
    trouble,
    wanted,
    begun,
    waiting: trouble === null && wanted && (known.connection === 'connecting' || known.waiting),
    ended: video?.ended ?? false,
    position: video?.currentTime ?? 0,
    span: engine?.span ?? { start: 0, end: 0 },
    latency,
    atEdge: live && trouble === null && isAtEdge(latency, targetLatency),
    targetLatency,
    startedOver,
    canStartOver,
    muted: video?.muted ?? false,
    volume: video?.volume ?? 1,
    rate: video?.playbackRate ?? 1,
    levels: engine?.renditions.levels ?? NONE,
    levelShown: engine?.renditions.levelShown ?? -1,
    audios: engine?.renditions.audios ?? NONE,
    captions: captions?.read() ?? NONE,
  };
}

export function troubleOf({ live, connection, blocked, wanted, begun, waitedMs }: Known): Trouble | null {
  if (connection !== 'open' && connection !== 'connecting') {
    return connection;
  }
  if (blocked) {
    return 'blocked';
  }
  return live && wanted && begun && waitedMs > LOST_AFTER_MS ? 'lost' : null;
}
