import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import { isAborted, problemOf, type Problem } from '../api/problem';
import { showSession, signOut, type Session } from '../api/session';

/** Whether somebody is signed in, as far as we know. */
export type SessionState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'unreachable'; readonly problem: Problem }
  | { readonly kind: 'out'; readonly ended: boolean }
  | { readonly kind: 'in'; readonly session: Session };

export interface SessionControl {
  readonly state: SessionState;
  readonly enter: (session: Session) => void;
  readonly leave: () => Promise<void>;
  /** A call was refused with 401: the session is over. */
  readonly lost: () => void;
  readonly ask: () => void;
}

export function useSessionControl(): SessionControl {
  const [state, setState] = useState<SessionState>({ kind: 'asking' });
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    const running = new AbortController();
    showSession(running.signal).then(
      (session) => setState({ kind: 'in', session }),
      (thrown: unknown) => {
        if (isAborted(thrown)) {
          return;
        }
        const problem = problemOf(thrown);
        setState(problem.status === 401 ? { kind: 'out', ended: false } : { kind: 'unreachable', problem });
      },
    );
    return () => running.abort();
  }, [asked]);

  const enter = useCallback((session: Session) => setState({ kind: 'in', session }), []);
  const lost = useCallback(() => setState({ kind: 'out', ended: true }), []);
  const ask = useCallback(() => setAsked((times) => times + 1), []);
  const leave = useCallback(async () => {
    await signOut();
    setState({ kind: 'out', ended: false });
  }, []);

  return { state, enter, leave, lost, ask };
}

export const LostContext = createContext<() => void>(() => undefined);

/** Tells the app when a problem means that the session is over. */
export function useNoticeLost(problem: Problem | undefined): void {
  const lost = useContext(LostContext);
  const isLost = problem?.status === 401;
  useEffect(() => {
    if (isLost) {
      lost();
    }
  }, [isLost, lost]);
}
