import { fill, useLanguage, useText } from '../text';
import { formatNumber } from '../parts/format';
import { playerTexts } from './player.texts';

interface Props {
  readonly atEdge: boolean;
  /** Seconds behind the newest; null while not known. */
  readonly latency: number | null;
  readonly onEdge: () => void;
}

/** Says whether a live is watched at its newest, how far behind it is, and goes there. */
export function LiveButton({ atEdge, latency, onEdge }: Props) {
  const text = useText(playerTexts);
  const language = useLanguage();
  const label = atEdge ? text.atLive : text.goLive;
  return (
    <>
      <button type="button" className="player-live" data-edge={atEdge || undefined} aria-label={label} title={label} onClick={onEdge}>
        <span className="player-live-dot" aria-hidden="true" />
        {text.live}
      </button>
      {latency !== null && latency < 60 && (
        <span className="player-latency">{fill(text.latency, { seconds: formatNumber(latency, language, 1) })}</span>
      )}
    </>
  );
}
