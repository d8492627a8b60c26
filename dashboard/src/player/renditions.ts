import type Hls from 'hls.js';
import type { Choice, Level, Track } from './kinds';

/** The levels and sound tracks of a stream. Where the browser plays by itself, it tells of none. */
export class Renditions {
  constructor(private readonly hls: Hls | null) {}

  get levels(): Choice<Level> {
    const { hls } = this;
    return {
      all: hls?.levels.map(({ height, bitrate }) => ({ height, bitrate })) ?? [],
      chosen: hls === null || hls.autoLevelEnabled ? -1 : hls.loadLevel,
    };
  }

  /** Index of the level on the screen; -1 while not known. */
  get levelShown(): number {
    return this.hls?.currentLevel ?? -1;
  }

  /** -1 is by the network. */
  chooseLevel(index: number): void {
    if (this.hls !== null) {
      this.hls.nextLevel = index;
    }
  }

  get audios(): Choice<Track> {
    const { hls } = this;
    return {
      all: hls?.audioTracks.map(({ name, lang }) => ({ name, language: lang ?? '' })) ?? [],
      chosen: hls?.audioTrack ?? -1,
    };
  }

  chooseAudio(index: number): void {
    if (this.hls !== null) {
      this.hls.audioTrack = index;
    }
  }
}
