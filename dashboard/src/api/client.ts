import createClient, { type Middleware } from 'openapi-fetch';
import { noteServerTime } from './clock';
import { isAborted, ProblemError, readProblem } from './problem';
import type { paths } from './schema';

/** Proves to the gateway that a script of this origin asks, see CrossSiteGuard. */
export const CSRF = { 'X-OnAir-Csrf': '1' } as const;

const asTheDashboard: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') {
      request.headers.set('X-OnAir-Csrf', CSRF['X-OnAir-Csrf']);
    }
    return request;
  },
  onResponse({ response }) {
    noteServerTime(response.headers.get('Date'));
  },
};

/**
 * The whole API, typed by its description: `api.GET('/v1/channels/{id}', { params, signal })`. Calls carry the
 * session's cookie. Wrap each in {@link answer}.
 */
export const api = createClient<paths>({
  baseUrl: globalThis.location === undefined ? 'http://127.0.0.1' : location.origin,
  credentials: 'same-origin',
  cache: 'no-store',
  // Looked up with each call, so that tests can stand in for it.
  fetch: (request) => globalThis.fetch(request),
});
api.use(asTheDashboard);

interface Reply {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

type Told<R extends Reply> = Exclude<R['data'], undefined>;

/** What a call was answered. Every failure is thrown as a ProblemError, but for the AbortError of its signal. */
export async function answer<R extends Reply>(running: Promise<R>): Promise<Told<R>> {
  return (await replied(running)).data as Told<R>;
}

/** As {@link answer}, of calls that are answered with nothing: true once they were. */
export async function done<R extends Reply>(running: Promise<R>): Promise<true> {
  await replied(running);
  return true;
}

/** A resource together with the version that a later change names as `If-Match`. */
export interface Versioned<T> {
  readonly value: T;
  readonly etag: string;
}

/** As {@link answer}, with the version of what was told. */
export async function answerWithVersion<R extends Reply>(running: Promise<R>): Promise<Versioned<Told<R>>> {
  const { data, response } = await replied(running);
  return { value: data as Told<R>, etag: response.headers.get('ETag') ?? '*' };
}

async function replied<R extends Reply>(running: Promise<R>): Promise<R> {
  const reply = await running.catch((thrown: unknown): never => {
    if (isAborted(thrown) || thrown instanceof ProblemError) {
      throw thrown;
    }
    throw thrown instanceof TypeError
      ? new ProblemError(readProblem(0, { code: 'offline', title: 'offline', retryable: true }, null))
      : thrown;
  });
  if (!reply.response.ok) {
    const { status, headers } = reply.response;
    throw new ProblemError(readProblem(status, reply.error, headers.get('X-Request-Id')));
  }
  return reply;
}

/** A fresh key for one intent of the user; works on plain-http addresses, too. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** As the parameters of a call: makes a repeated POST have its effect once. */
export const onceFor = (key: string) => ({ 'Idempotency-Key': key });
