import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import { isAborted, problemOf, type Problem } from '../api/problem';
import { showSession, signOut, type Session } from '../api/session';
import { queries } from '../data/queries';
import { onSessionLost } from './lost';

/** Whether somebody is signed in, as far as we know. */
export type SessionState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'unreachable'; readonly problem: Problem }
  | { readonly kind: 'out' }
  /** `ended`: the server knows the session no more; what is on the page stays until somebody signs in again. */
  | { readonly kind: 'in'; readonly session: Session; readonly ended: boolean };

export interface SessionControl {
  readonly state: SessionState;
  readonly enter: (session: Session) => void;
  readonly leave: () => Promise<void>;
  readonly ask: () => void;
}

export function useSessionControl(): SessionControl {
  const [state, setState] = useState<SessionState>({ kind: 'asking' });
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    const running = new AbortController();
    showSession(running.signal).then(
      (session) => setState({ kind: 'in', session, ended: false }),
      (thrown: unknown) => {
        if (!isAborted(thrown)) {
          const problem = problemOf(thrown);
          setState(problem.status === 401 ? { kind: 'out' } : { kind: 'unreachable', problem });
        }
      },
    );
    return () => running.abort();
  }, [asked]);

  useEffect(() => onSessionLost(() => setState((was) => (was.kind === 'in' ? { ...was, ended: true } : was))), []);

  const enter = useCallback((session: Session) => {
    setState((was) => {
      // What one organization was told is nobody else's.
      if (was.kind !== 'in' || was.session.organization_id !== session.organization_id) {
        queries.clear();
      }
      return { kind: 'in', session, ended: false };
    });
    void queries.invalidateQueries();
  }, []);
  const ask = useCallback(() => setAsked((times) => times + 1), []);
  const leave = useCallback(async () => {
    await signOut();
    queries.clear();
    setState({ kind: 'out' });
  }, []);

  return { state, enter, leave, ask };
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. Only for pages that are shown to nobody else. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) {
    throw new Error('This page is shown only to somebody who is signed in');
  }
  return session;
}

/** Whether who is signed in has a scope such as `channels:control`; pages offer nothing that would be refused. */
export function useMay(scope: string): boolean {
  return holds(useSession().scopes, scope);
}

/** Whether scopes, which may be `*` or `channels:*`, hold one. Source: docs/identity.md. */
export function holds(scopes: readonly string[], scope: string): boolean {
  const resource = scope.slice(0, scope.indexOf(':'));
  return scopes.some((held) => held === '*' || held === scope || held === `${resource}:*`);
}
