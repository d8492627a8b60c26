import { problemOf } from '../api/problem';

type Listener = () => void;

const listeners = new Set<Listener>();

/** Calls the listener whenever a call was refused because the session is over. Returns how to stop. */
export function onSessionLost(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** To be told of each failure of a call. */
export function noticeFailure(thrown: unknown): void {
  if (problemOf(thrown).status === 401) {
    listeners.forEach((listener) => listener());
  }
}
