import { useRef, type PointerEvent, type Ref } from 'react';
import { Icon } from './Icon';

interface Props {
  readonly ref: Ref<HTMLVideoElement>;
  readonly poster: string | undefined;
  readonly begun: boolean;
  /** Nothing has been asked for yet: a large sign says that it plays when pressed. */
  readonly offered: boolean;
  readonly controlsShown: boolean;
  readonly onToggle: () => void;
  readonly onHide: () => void;
  readonly onTwice: () => void;
}

/** The video itself. All it does by being pressed can be done by the controls, too. */
export function Picture({ ref, poster, begun, offered, controlsShown, onToggle, onHide, onTwice }: Props) {
  // A finger that comes up has already shown the controls.
  const shownBefore = useRef(controlsShown);

  function press({ pointerType, button }: PointerEvent): void {
    if (button !== 0) {
      return;
    }
    if (pointerType === 'mouse' || !begun) {
      onToggle();
    } else if (shownBefore.current) {
      onHide();
    }
  }

  return (
    <div
      className="player-picture"
      onPointerDown={() => (shownBefore.current = controlsShown)}
      onPointerUp={press}
      onDoubleClick={onTwice}
    >
      <video ref={ref} poster={poster} playsInline preload="auto" tabIndex={-1} />
      {offered && (
        <span className="player-begin" aria-hidden="true">
          <Icon name="play" />
        </span>
      )}
    </div>
  );
}
