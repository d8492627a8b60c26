/** Where it plays: as told by `GET /v1/playback/{playback_id}`. */
export interface PlayerSource {
  readonly hlsUrl: string;
  /** Low-latency HLS of the same live; tried first where the browser can. */
  readonly lowLatencyHlsUrl?: string | null | undefined;
  /** The present broadcast from its beginning. */
  readonly startOverUrl?: string | null | undefined;
}

/** Why there is no picture. `ended` is of a live only: it may begin again. */
export type Trouble =
  | 'not_on_air'
  | 'processing'
  | 'failed'
  | 'ended'
  | 'lost'
  | 'unreachable'
  | 'refused'
  | 'not_found'
  | 'blocked'
  | 'unsupported';

/** What the engine does: `open` is when it has read what there is to play. */
export type Connection = 'connecting' | 'open' | Exclude<Trouble, 'blocked'>;

/** Why there is nothing to play at all, which only whoever gives the player its source knows. */
export type Missing = Extract<Trouble, 'not_on_air' | 'ended' | 'processing' | 'failed' | 'unreachable' | 'refused' | 'not_found'>;

export interface Level {
  readonly height: number;
  readonly bitrate: number;
}

export interface Track {
  readonly name: string;
  /** A language tag; empty when it is not told. */
  readonly language: string;
}

/** A choice among tracks or levels. */
export interface Choice<T> {
  readonly all: readonly T[];
  /** Index of the chosen one; -1 is none, and for levels: by the network. */
  readonly chosen: number;
}

/** What can be sought, in seconds of the player's own timeline. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** All there is to show about what plays. */
export interface PlaybackState {
  readonly live: boolean;
  readonly trouble: Trouble | null;
  /** It plays, or would if it could. */
  readonly wanted: boolean;
  /** It has shown a picture. */
  readonly begun: boolean;
  readonly waiting: boolean;
  readonly ended: boolean;
  readonly position: number;
  readonly span: Span;
  /** Seconds behind the newest of a live; null while not known. */
  readonly latency: number | null;
  readonly atEdge: boolean;
  /** How far behind the newest a live is watched at its edge. */
  readonly targetLatency: number;
  readonly canStartOver: boolean;
  /** The present broadcast is played from its beginning. */
  readonly startedOver: boolean;
  readonly muted: boolean;
  readonly volume: number;
  readonly rate: number;
  readonly levels: Choice<Level>;
  /** Index of the level on the screen; -1 while not known. */
  readonly levelShown: number;
  readonly audios: Choice<Track>;
  readonly captions: Choice<Track>;
}

export type PlayerEvent =
  | { readonly type: 'ready'; readonly live: boolean; readonly duration: number | null }
  | {
      readonly type: 'play' | 'pause' | 'playing' | 'waiting' | 'seeking' | 'seeked' | 'ended';
      readonly position: number;
    }
  | {
      readonly type: 'timeupdate';
      readonly position: number;
      /** Of a film; null for a live. */
      readonly duration: number | null;
      /** Seconds behind the newest of a live; null for a film and while not known. */
      readonly latency: number | null;
    }
  | { readonly type: 'volumechange'; readonly volume: number; readonly muted: boolean }
  | { readonly type: 'captionschange'; readonly captions: Track | null }
  | { readonly type: 'levelchange'; readonly level: Level; readonly automatic: boolean }
  | { readonly type: 'error'; readonly code: Trouble; readonly words: string };

/** What others may ask of a player: the page around it, keys, the frame's parent. */
export interface PlayerCommands {
  readonly play: () => void;
  readonly pause: () => void;
  /** To a moment of the timeline, in seconds. */
  readonly seek: (position: number) => void;
  readonly mute: () => void;
  readonly unmute: () => void;
}
