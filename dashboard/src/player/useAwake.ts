import { useEffect, useState, type RefObject } from 'react';

const STILL_MS = 3000;

/**
 * Whether somebody may want the controls: a pointer moves over the picture or is on the controls, or the keyboard's
 * focus is within. A finger shows them until it has been away for a while.
 */
export function useAwake(root: RefObject<HTMLElement | null>): { readonly awake: boolean; readonly sleep: () => void } {
  const [awake, setAwake] = useState(false);

  useEffect(() => {
    const { current } = root;
    if (current === null) {
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (current.querySelector(':focus-visible, [role="menu"], .player-bar:hover') === null) {
          setAwake(false);
        } else {
          rest();
        }
      }, STILL_MS);
    };
    const wake = () => {
      setAwake(true);
      rest();
    };
    const leave = (event: PointerEvent) => {
      if (event.pointerType === 'mouse' && current.querySelector(':focus-visible, [role="menu"]') === null) {
        setAwake(false);
      }
    };
    const listening = new AbortController();
    const { signal } = listening;
    for (const name of ['pointermove', 'pointerup', 'focusin', 'keydown'] as const) {
      current.addEventListener(name, wake, { signal });
    }
    current.addEventListener('pointerleave', leave, { signal });
    return () => {
      listening.abort();
      clearTimeout(timer);
    };
  }, [root]);

  return { awake, sleep: () => setAwake(false) };
}
