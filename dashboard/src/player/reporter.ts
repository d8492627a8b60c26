import type { PlaybackState, PlayerEvent, Track, Trouble } from './kinds';

/** As a PlayerEvent, but for the words of an error, which depend on the reader's language. */
export type Reported = Exclude<PlayerEvent, { type: 'error' }> | { readonly type: 'error'; readonly code: Trouble };

export type Report = (event: Reported) => void;

/** Of the position at most four a second are told. */
const TOLD_EVERY_MS = 250;

const PLAIN: ReadonlySet<string> = new Set(['play', 'pause', 'playing', 'waiting', 'seeking', 'seeked', 'ended']);

/** Tells those outside what happens: each change once. */
export class Reporter {
  private ready = false;
  private trouble: Trouble | null = null;
  private captions: Track | null = null;
  private level = '';
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly report: Report,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** There has been a picture. */
  get began(): boolean {
    return this.ready;
  }

  /** An event of the video element. */
  hear(name: string, state: PlaybackState): void {
    const { position } = state;
    if (name === 'loadeddata' && !this.ready) {
      this.ready = true;
      this.report({ type: 'ready', live: state.live, duration: durationOf(state) });
    } else if (PLAIN.has(name)) {
      this.report({ type: name as 'play', position });
    } else if (name === 'volumechange') {
      this.report({ type: 'volumechange', volume: state.volume, muted: state.muted });
    } else if (name === 'timeupdate' && this.now() - this.toldAt >= TOLD_EVERY_MS) {
      this.toldAt = this.now();
      this.report({ type: 'timeupdate', position, duration: durationOf(state), latency: state.latency });
    }
  }

  /** A state: of most things only what has changed in it is told. */
  see(state: PlaybackState): void {
    if (state.trouble !== this.trouble) {
      this.trouble = state.trouble;
      if (state.trouble !== null) {
        this.report({ type: 'error', code: state.trouble });
      }
    }
    const captions = state.captions.all[state.captions.chosen] ?? null;
    if (captions?.name !== this.captions?.name || captions?.language !== this.captions?.language) {
      this.captions = captions;
      this.report({ type: 'captionschange', captions });
    }
    const level = state.levels.all[state.levelShown];
    const automatic = state.levels.chosen === -1;
    const seen = level === undefined ? this.level : `${state.levelShown} ${automatic}`;
    if (level !== undefined && seen !== this.level) {
      this.level = seen;
      this.report({ type: 'levelchange', level, automatic });
    }
  }
}

const durationOf = ({ live, span }: PlaybackState): number | null => (live || span.end <= 0 ? null : span.end);
