import { answer, api, CSRF } from './client';
import type { SignedIn } from './schema';

/** Who is signed in. */
export type Session = SignedIn;

export const showSession = (signal: AbortSignal): Promise<Session> => answer(api.GET('/session', { signal }));

export const signIn = (email: string, password: string): Promise<Session> =>
  answer(api.POST('/session', { params: { header: CSRF }, body: { email, password } }));

export const acceptInvitation = (token: string, password: string): Promise<Session> =>
  answer(api.POST('/session/invitation', { params: { header: CSRF }, body: { token, password } }));

export const signOut = (): Promise<unknown> => answer(api.DELETE('/session', { params: { header: CSRF } }));
