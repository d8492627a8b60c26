import type { Choice, Track } from './kinds';

/** Which track speaks a language: exactly it, else a variety of it; -1 when none does. */
export function captionsFor(language: string, tracks: readonly Pick<Track, 'language'>[]): number {
  const wanted = language.toLowerCase();
  const tags = tracks.map((track) => track.language.toLowerCase());
  const exact = tags.indexOf(wanted);
  const primary = (tag: string) => tag.split('-')[0];
  return exact >= 0 ? exact : tags.findIndex((tag) => tag !== '' && primary(tag) === primary(wanted));
}

/**
 * The captions and subtitles of a video: those within the picture (608), which come to light while it plays, and those
 * beside it (WebVTT). None is shown but the one that was asked for, whatever the stream's author prefers.
 */
export class Captions {
  private shown: TextTrack | null = null;
  private language: string | null;
  private last: TextTrack | null = null;

  constructor(
    private readonly list: TextTrackList,
    language: string | null,
    signal: AbortSignal,
    changed: () => void,
  ) {
    this.language = language;
    list.addEventListener(
      'addtrack',
      () => {
        this.show(this.findShown());
        changed();
      },
      { signal },
    );
    for (const name of ['removetrack', 'change'] as const) {
      list.addEventListener(name, changed, { signal });
    }
  }

  read(): Choice<Track> {
    const tracks = this.tracks();
    return {
      all: tracks.map(({ label, language }) => ({ name: label || language, language })),
      chosen: tracks.findIndex(({ mode }) => mode === 'showing'),
    };
  }

  /** -1 is none. */
  choose(index: number): void {
    const chosen = this.tracks()[index] ?? null;
    this.language = chosen?.language ?? null;
    this.last = chosen ?? this.shown;
    this.show(chosen);
  }

  /** Off, or on as they were before. */
  toggle(): void {
    const tracks = this.tracks();
    this.choose(this.shown !== null ? -1 : Math.max(0, tracks.findIndex((track) => track === this.last)));
  }

  private findShown(): TextTrack | null {
    const tracks = this.tracks();
    if (this.shown !== null && tracks.includes(this.shown)) {
      return this.shown;
    }
    return this.language === null ? null : (tracks[captionsFor(this.language, tracks)] ?? null);
  }

  private show(chosen: TextTrack | null): void {
    this.shown = chosen;
    for (const track of this.tracks()) {
      const mode = track === chosen ? 'showing' : 'disabled';
      if (track.mode !== mode) {
        track.mode = mode;
      }
    }
  }

  private tracks(): TextTrack[] {
    return Array.from(this.list).filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
  }
}
