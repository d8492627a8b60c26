import { useEffect, useId, useRef } from 'react';
import { useText } from '../text';
import { playerTexts } from './player.texts';
import type { KeyCommand } from './shortcuts';

/** Which keys there are; laid over the picture, so that it is seen in full screen, too. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const text = useText(playerTexts);
  const id = useId();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  const keys: [keys: string[], command: KeyCommand][] = [
    [['K', text.space], 'play'],
    [['M'], 'mute'],
    [['F'], 'fullscreen'],
    [['C'], 'captions'],
    [['←'], 'back'],
    [['→'], 'forward'],
    [['↑'], 'louder'],
    [['↓'], 'quieter'],
    [[text.home], 'begin'],
    [[text.endKey], 'end'],
    [['?'], 'help'],
  ];

  return (
    <div
      role="dialog"
      aria-labelledby={id}
      className="player-help"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose();
        }
      }}
    >
      <p id={id} className="player-help-title">
        {text.keys}
      </p>
      <dl>
        {keys.map(([names, command]) => (
          <div key={command}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{text.key[command]}</dd>
          </div>
        ))}
      </dl>
      <button ref={close} type="button" className="player-text-button" onClick={onClose}>
        {text.close}
      </button>
    </div>
  );
}
