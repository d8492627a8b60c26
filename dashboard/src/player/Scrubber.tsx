import { useRef, useState, type CSSProperties, type PointerEvent } from 'react';
import { formatClock } from '../parts/format';
import { fill, useLanguage, useText } from '../text';
import { playerTexts } from './player.texts';
import { behindEdge, clamp, lengthOf } from './timeline';
import { spokenTime } from './words';
import type { PlaybackState, Span } from './kinds';

interface Props {
  readonly state: PlaybackState;
  readonly onSeek: (position: number) => void;
  readonly onEdge: () => void;
}

/** A hand on the slider: the window of a live does not move under it, and the picture waits until it lets go. */
interface Drag {
  readonly span: Span;
  readonly position: number;
}

/** Where the picture is in what can be sought, and another place to go to. */
export function Scrubber({ state, onSeek, onEdge }: Props) {
  const text = useText(playerTexts);
  const language = useLanguage();
  const [drag, setDrag] = useState<Drag | null>(null);
  const held = useRef<Drag | null>(null);
  const span = drag?.span ?? state.span;
  const length = lengthOf(span);
  const position = clamp(drag?.position ?? state.position, span.start, span.end);
  const behind = behindEdge(position, span, state.targetLatency);
  // The edge of a live is a little before the newest there is; it is shown where it is meant to be.
  const at = state.live && behind === 0 ? length : position - span.start;

  function hold(next: Drag | null): void {
    held.current = next;
    setDrag(next);
  }

  function go(target: number): void {
    if (state.live && behindEdge(target, span, state.targetLatency) === 0) {
      onEdge();
    } else {
      onSeek(target);
    }
  }

  function release(): void {
    const { current } = held;
    if (current !== null) {
      hold(null);
      if (current.position !== state.position) {
        go(current.position);
      }
    }
  }

  function begin(event: PointerEvent<HTMLInputElement>): void {
    if (event.button === 0) {
      hold({ span: state.span, position: state.position });
    }
  }

  const spoken = !state.live
    ? fill(text.positionOf, { position: spokenTime(at, language), length: spokenTime(length, language) })
    : behind === 0
      ? text.isLive
      : fill(text.behindLive, { time: spokenTime(behind, language) });

  return (
    <span className="player-scrubber">
      <input
        type="range"
        data-control="position"
        aria-label={text.position}
        aria-valuetext={spoken}
        min={0}
        max={Math.max(1, length)}
        step="any"
        value={at}
        style={{ '--filled': `${length > 0 ? (100 * at) / length : 0}%` } as CSSProperties}
        onPointerDown={begin}
        onPointerUp={release}
        onPointerCancel={() => hold(null)}
        onChange={(event) => {
          const target = span.start + Number(event.target.value);
          if (held.current === null) {
            go(target);
          } else {
            hold({ span, position: target });
          }
        }}
      />
      <span className="player-clock" aria-hidden="true">
        {state.live ? (behind === 0 ? '' : `−${formatClock(behind)}`) : `${formatClock(at)} / ${formatClock(length)}`}
      </span>
    </span>
  );
}
