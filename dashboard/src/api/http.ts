import { isAborted, ProblemError, readProblem } from './problem';

interface Options {
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Makes a repeated POST have its effect once. */
  readonly idempotencyKey?: string;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/**
 * Calls the gateway with the session cookie. Every failure is thrown as a ProblemError, except that
 * an aborted call throws the AbortError of its signal.
 */
export async function call<T>(method: Method, path: string, options: Options = {}): Promise<T> {
  const answer = await send(method, path, options);
  const text = await answer.text();
  const body = text === '' ? undefined : parse(text);
  if (!answer.ok) {
    throw new ProblemError(
      readProblem(answer.status, body, answer.headers.get('X-Request-Id')),
    );
  }
  return body as T;
}

async function send(method: Method, path: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') {
    headers['X-OnAir-Csrf'] = '1';
  }
  if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (options.idempotencyKey !== undefined) {
    headers['Idempotency-Key'] = options.idempotencyKey;
  }
  try {
    return await fetch(path, {
      method,
      headers,
      body: options.body === undefined ? null : JSON.stringify(options.body),
      signal: options.signal ?? null,
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch (thrown) {
    if (isAborted(thrown)) {
      throw thrown;
    }
    throw new ProblemError(readProblem(0, { code: 'offline', title: 'offline', retryable: true }, null));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A fresh key for one attempt of the user; works on plain-http addresses too. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
