import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { Playback, type PlaybackOptions } from './Playback';
import type { Report } from './reporter';
import type { Missing, PlaybackState, PlayerSource } from './kinds';

interface Playing {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly playback: Playback;
  readonly state: PlaybackState;
}

/** Plays a source in the video element that is given the returned reference; the options count at the beginning. */
export function usePlayback(source: PlayerSource | null, missing: Missing, options: PlaybackOptions, report: Report): Playing {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(report);
  const [playback] = useState(() => new Playback(options, (event) => latest.current(event)));
  const state = useSyncExternalStore(playback.subscribe, playback.snapshot);
  const { hlsUrl, lowLatencyHlsUrl = null, startOverUrl = null } = source ?? {};

  useEffect(() => {
    latest.current = report;
  });
  // The addresses, not the object: a new one of equal addresses goes on playing.
  useEffect(() => {
    playback.load(hlsUrl === undefined ? null : { hlsUrl, lowLatencyHlsUrl, startOverUrl }, missing);
  }, [playback, hlsUrl, lowLatencyHlsUrl, startOverUrl, missing]);
  useEffect(() => (video.current === null ? undefined : playback.attach(video.current)), [playback]);

  return { video, playback, state };
}
