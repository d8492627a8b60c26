import type { Choice, Track } from './kinds';

/** The captions and subtitles of a video, those within the picture (608) and those beside it (WebVTT). */
function captionsOf(video: HTMLVideoElement): TextTrack[] {
  return Array.from(video.textTracks).filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
}

export function readCaptions(video: HTMLVideoElement): Choice<Track> {
  const tracks = captionsOf(video);
  return {
    all: tracks.map(({ label, language }) => ({ name: label || language, language })),
    chosen: tracks.findIndex(({ mode }) => mode === 'showing'),
  };
}

export function showCaptions(video: HTMLVideoElement, index: number): void {
  captionsOf(video).forEach((track, at) => {
    track.mode = at === index ? 'showing' : 'disabled';
  });
}

/** Which track speaks a language: exactly it, else a variety of it; -1 when none does. */
export function captionsFor(language: string, tracks: readonly Track[]): number {
  const wanted = language.toLowerCase();
  const tags = tracks.map((track) => track.language.toLowerCase());
  const exact = tags.indexOf(wanted);
  const primary = (tag: string) => tag.split('-')[0];
  return exact >= 0 ? exact : tags.findIndex((tag) => tag !== '' && primary(tag) === primary(wanted));
}
