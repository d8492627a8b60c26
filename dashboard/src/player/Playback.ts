import { Captions } from './captions';
import { Engine } from './engine';
import { isSame, planOf } from './plan';
import { readState } from './readState';
import { Reporter, type Report } from './reporter';
import { clamp, isScrubbable } from './timeline';
import type { Connection, Missing, PlaybackState, PlayerSource } from './kinds';

export interface PlaybackOptions {
  readonly live: boolean;
  readonly autoPlay: boolean;
  readonly muted: boolean;
  /** Seconds from the beginning: of a film, or of the broadcast where it can be started over. */
  readonly startAt: number | null;
  /** The language of the captions to show. */
  readonly captions: string | null;
}

const HEARD = [
  'loadeddata', 'play', 'pause', 'playing', 'waiting', 'timeupdate', 'seeking', 'seeked', 'ended', 'volumechange',
  'ratechange', 'durationchange', 'emptied', 'resize',
] as const;

/** A video element and what plays in it, as one thing to show and to command; knows nothing of React. */
export class Playback {
  private video: HTMLVideoElement | null = null;
  private engine: Engine | null = null;
  private source: PlayerSource | null = null;
  private missing: Missing = 'not_on_air';
  private connection: Connection = 'connecting';
  private blocked = false;
  private wanted: boolean;
  private begun = false;
  private waitingSince: number | null = null;
  private startedOver = false;
  private captions: Captions | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly reporter: Reporter;
  private state: PlaybackState;

  constructor(
    private readonly options: PlaybackOptions,
    report: Report,
  ) {
    this.wanted = options.autoPlay;
    this.reporter = new Reporter(report);
    this.state = this.read();
  }

  /** Until the returned function is called. */
  attach(video: HTMLVideoElement): () => void {
    this.video = video;
    video.muted = this.options.muted;
    const listening = new AbortController();
    const { signal } = listening;
    for (const name of HEARD) {
      video.addEventListener(name, () => this.hear(name), { signal });
    }
    this.captions = new Captions(video.textTracks, this.options.captions, signal, () => this.publish());
    // A paused live falls behind, and one that waits is lost some time, without an event.
    const timer = setInterval(() => this.publish(), 1000);
    this.begin();
    return () => {
      listening.abort();
      clearInterval(timer);
      this.engine?.close();
      this.engine = null;
      this.video = null;
      this.captions = null;
    };
  }

  /** A source, or why there is none. What plays already goes on. */
  load(source: PlayerSource | null, missing: Missing): void {
    const goesOn = source !== null && isSame(source, this.source);
    this.source = source;
    this.missing = missing;
    if (goesOn) {
      this.publish();
    } else {
      this.startedOver = false;
      this.begin();
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): PlaybackState => this.state;

  play = (): void => {
    this.wanted = true;
    this.engine?.retryNow();
    const { engine, video } = this;
    if (engine !== null && video !== null && this.options.live && video.paused && !this.startedOver) {
      const goesBack = isScrubbable(engine.span, true);
      if (!video.ended && engine.span.end > 0 && (!this.begun || !goesBack)) {
        engine.toEdge();
      }
    }
    this.start();
    this.publish();
  };

  pause = (): void => {
    this.wanted = false;
    this.video?.pause();
    this.publish();
  };

  toggle = (): void => (this.wanted && !this.blocked && !this.state.ended ? this.pause() : this.play());

  seek = (position: number): void => {
    const { start, end } = this.state.span;
    if (this.video !== null && Number.isFinite(position) && end > 0) {
      this.video.currentTime = clamp(position, start, end);
      this.publish();
    }
  };

  seekBy = (seconds: number): void => this.seek((this.video?.currentTime ?? 0) + seconds);

  /** To the newest of a live, out of a broadcast that was started over, too. */
  toEdge = (): void => {
    if (this.startedOver) {
      this.startedOver = false;
      this.begin();
    } else {
      this.engine?.toEdge();
    }
    this.play();
  };

  startOver = (): void => {
    if (this.source?.startOverUrl) {
      this.startedOver = true;
      this.wanted = true;
      this.begin();
    }
  };

  mute = (muted: boolean): void => {
    if (this.video !== null) {
      this.video.muted = muted;
      if (!muted && this.video.volume === 0) {
        this.video.volume = 0.5;
      }
    }
  };

  setVolume = (volume: number): void => {
    if (this.video !== null) {
      this.video.volume = clamp(volume, 0, 1);
      this.video.muted = volume <= 0;
    }
  };

  setRate = (rate: number): void => {
    if (this.video !== null) {
      this.video.defaultPlaybackRate = rate;
      this.video.playbackRate = rate;
    }
  };

  chooseLevel = (index: number): void => {
    this.engine?.renditions.chooseLevel(index);
    this.publish();
  };

  chooseAudio = (index: number): void => {
    this.engine?.renditions.chooseAudio(index);
    this.publish();
  };

  chooseCaptions = (index: number): void => {
    this.captions?.choose(index);
    this.publish();
  };

  toggleCaptions = (): void => {
    this.captions?.toggle();
    this.publish();
  };

  private begin(): void {
    this.engine?.close();
    this.engine = null;
    this.blocked = false;
    this.begun = false;
    this.waitingSince = null;
    const { video, source } = this;
    this.connection = source === null ? this.missing : 'connecting';
    if (video !== null && source !== null) {
      const { live, startAt } = this.options;
      const first = !this.reporter.began;
      this.startedOver ||= live && first && startAt !== null && Boolean(source.startOverUrl);
      const plan = planOf(source, { live, startAt: first || !live ? startAt : null, startedOver: this.startedOver });
      this.engine = new Engine(video, plan, {
        connection: (connection) => this.hearConnection(connection),
        tracks: () => this.publish(),
      });
    }
    this.publish();
  }

  private start(): void {
    if (this.video === null || this.connection !== 'open') {
      return;
    }
    this.video.play().catch((thrown: unknown) => {
      if (thrown instanceof DOMException && thrown.name === 'NotAllowedError') {
        this.blocked = true;
        this.publish();
      }
    });
  }

  private hearConnection(connection: Connection): void {
    // A new try is no news: what was the matter holds until it succeeds.
    if (connection !== 'connecting') {
      this.connection = connection;
    }
    if (connection === 'open' && this.wanted) {
      this.start();
    }
    this.publish();
  }

  private hear(name: (typeof HEARD)[number]): void {
    const { video } = this;
    if (video === null) {
      return;
    }
    if (name === 'play') {
      this.wanted = true;
    } else if (name === 'pause' && !video.ended && this.connection === 'open') {
      // By a media key or from the small window: as good as by our button.
      this.wanted = false;
    } else if (name === 'loadeddata') {
      this.begun = this.begun || !video.paused;
    } else if (name === 'playing') {
      this.blocked = false;
      this.begun = true;
    }
    if (name === 'waiting') {
      this.waitingSince ??= performance.now();
    } else if (name !== 'volumechange' && name !== 'durationchange' && video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA) {
      this.waitingSince = null;
    }
    this.publish();
    this.reporter.hear(name, this.state);
  }

  private publish(): void {
    this.state = this.read();
    this.reporter.see(this.state);
    for (const listener of this.listeners) {
      listener();
    }
  }

  private read(): PlaybackState {
    const { connection, blocked, wanted, begun, waitingSince, startedOver, source, video, engine } = this;
    const known = {
      live: this.options.live,
      connection,
      blocked,
      wanted,
      begun,
      waiting: waitingSince !== null,
      waitedMs: waitingSince === null ? 0 : performance.now() - waitingSince,
      startedOver,
      canStartOver: Boolean(source?.startOverUrl),
    };
    return readState(known, video, engine, this.captions);
  }
}
