import { call } from './http';

export interface Session {
  readonly organization_id: string;
  readonly organization_name: string | null;
  readonly subject: string;
  readonly email: string | null;
  readonly scopes: readonly string[];
  readonly expires_at: string | null;
}

export const showSession = (signal: AbortSignal) => call<Session>('GET', '/session', { signal });

export const signIn = (email: string, password: string) =>
  call<Session>('POST', '/session', { body: { email, password } });

export const signOut = () => call<void>('DELETE', '/session');
