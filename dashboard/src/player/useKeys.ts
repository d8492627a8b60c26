import { useEffect, useRef, type RefObject } from 'react';
import { commandOf, focusedOf, type KeyCommand } from './shortcuts';

/** Hears the keys of the player: those pressed within it, or anywhere when the page is nothing but it. */
export function useKeys(root: RefObject<HTMLElement | null>, wholePage: boolean, run: (command: KeyCommand) => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const heard: HTMLElement | Document | null = wholePage ? document : root.current;
    const listen = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.defaultPrevented) {
        return;
      }
      const command = commandOf(event, focusedOf(event.target));
      if (command !== undefined) {
        event.preventDefault();
        latest.current(command);
      }
    };
    heard?.addEventListener('keydown', listen);
    return () => heard?.removeEventListener('keydown', listen);
  }, [root, wholePage]);
}
