import { useCallback, useState, type RefCallback } from 'react';
import { frameOf, type Frame } from './scales';

const USUAL_WIDTH = 640;
const LEAST_WIDTH = 240;

/** A frame as wide as the element has room, in pixels, so that words keep their size on every screen. */
export function useFrame<T extends Element>(): readonly [RefCallback<T>, Frame] {
  const [width, setWidth] = useState(USUAL_WIDTH);
  const room = useCallback((element: T) => {
    const observer = new ResizeObserver(([entry]) => {
      setWidth(Math.max(LEAST_WIDTH, Math.floor(entry?.contentRect.width ?? USUAL_WIDTH)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [room, frameOf(width)];
}
