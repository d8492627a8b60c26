import type { CSSProperties } from 'react';
import { formatPercent } from '../parts/format';
import { useLanguage, useText } from '../text';
import { Icon } from './Icon';
import { playerTexts } from './player.texts';

interface Props {
  readonly muted: boolean;
  readonly volume: number;
  readonly onMute: (muted: boolean) => void;
  readonly onVolume: (volume: number) => void;
}

export function Volume({ muted, volume, onMute, onVolume }: Props) {
  const text = useText(playerTexts);
  const language = useLanguage();
  const silent = muted || volume === 0;
  const heard = silent ? 0 : volume;
  const label = silent ? text.unmute : text.mute;
  return (
    <>
      <button type="button" className="player-button" aria-label={label} title={label} onClick={() => onMute(!silent)}>
        <Icon name={silent ? 'silence' : 'sound'} />
      </button>
      <input
        type="range"
        className="player-volume"
        aria-label={text.volume}
        aria-valuetext={formatPercent(heard, language)}
        min={0}
        max={1}
        step={0.05}
        value={heard}
        style={{ '--filled': `${heard * 100}%` } as CSSProperties}
        onChange={(event) => onVolume(Number(event.target.value))}
      />
    </>
  );
}
