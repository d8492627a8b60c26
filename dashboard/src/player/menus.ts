import { fill } from '../text';
import { levelName, trackName } from './words';
import type { playerTexts } from './player.texts';
import type { MenuGroup } from './Menu';
import type { PlaybackState } from './kinds';
import type { Playback } from './Playback';

type Text = (typeof playerTexts)['en'];

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2];

export function captionsMenu(state: PlaybackState, playback: Playback, text: Text): MenuGroup[] {
  const { all, chosen } = state.captions;
  const items = all.map((track, index) => ({
    name: trackName(track, index, text.captionsUnnamed),
    chosen: index === chosen,
    choose: () => playback.chooseCaptions(index),
  }));
  const off = { name: text.captionsOff, chosen: chosen === -1, choose: () => playback.chooseCaptions(-1) };
  return items.length === 0 ? [] : [{ name: text.captions, items: [off, ...items] }];
}

/** Only groups with something to choose. */
export function settingsMenu(state: PlaybackState, playback: Playback, text: Text): MenuGroup[] {
  return [quality(state, playback, text), audio(state, playback, text), speed(state, playback, text)].filter(
    ({ items }) => items.length > 0,
  );
}

export function moreMenu(state: PlaybackState, playback: Playback, text: Text, onHelp: () => void): MenuGroup {
  const again = { name: text.startOver, choose: playback.startOver };
  const help = { name: text.keys, choose: onHelp };
  return { name: '', items: state.live && state.canStartOver ? [again, help] : [help] };
}

function quality({ levels, levelShown }: PlaybackState, playback: Playback, text: Text): MenuGroup {
  const { all, chosen } = levels;
  const shown = all[levelShown];
  const auto = shown === undefined ? text.auto : fill(text.autoShows, { level: levelName(shown, all) });
  const best = all.map((level, index) => ({ level, index })).sort((a, b) => b.level.bitrate - a.level.bitrate);
  const items = [
    { name: chosen === -1 ? auto : text.auto, chosen: chosen === -1, choose: () => playback.chooseLevel(-1) },
    ...best.map(({ level, index }) => ({
      name: levelName(level, all),
      chosen: index === chosen,
      choose: () => playback.chooseLevel(index),
    })),
  ];
  return { name: text.quality, items: all.length === 0 ? [] : items };
}

function audio({ audios }: PlaybackState, playback: Playback, text: Text): MenuGroup {
  const items = audios.all.map((track, index) => ({
    name: trackName(track, index, text.audioUnnamed),
    chosen: index === audios.chosen,
    choose: () => playback.chooseAudio(index),
  }));
  return { name: text.audio, items: items.length > 1 ? items : [] };
}

/** Of a film only: a live cannot be faster than it happens. */
function speed({ live, rate }: PlaybackState, playback: Playback, text: Text): MenuGroup {
  const items = SPEEDS.map((value) => ({
    name: value === 1 ? text.usualSpeed : `${value}×`,
    chosen: value === rate,
    choose: () => playback.setRate(value),
  }));
  return { name: text.speed, items: live ? [] : items };
}
