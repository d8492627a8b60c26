import type { PointerEvent, Ref } from 'react';
import { Icon } from './Icon';

interface Props {
  readonly ref: Ref<HTMLVideoElement>;
  readonly poster: string | undefined;
  readonly begun: boolean;
  readonly controlsShown: boolean;
  readonly onToggle: () => void;
  readonly onHide: () => void;
  readonly onTwice: () => void;
}

/** The video itself. All it does by being pressed can be done by the controls, too. */
export function Picture({ ref, poster, begun, controlsShown, onToggle, onHide, onTwice }: Props) {
  function press({ pointerType, button }: PointerEvent): void {
    if (button !== 0) {
      return;
    }
    if (pointerType === 'mouse' || !begun) {
      onToggle();
    } else if (controlsShown) {
      // A finger that shows the controls must not stop the picture.
      setTimeout(onHide);
    }
  }

  return (
    <div className="player-picture" onPointerUp={press} onDoubleClick={onTwice}>
      <video ref={ref} poster={poster} playsInline preload="auto" tabIndex={-1} />
      {!begun && (
        <span className="player-begin" aria-hidden="true">
          <Icon name="play" />
        </span>
      )}
    </div>
  );
}
