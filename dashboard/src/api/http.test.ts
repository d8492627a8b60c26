import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, newIdempotencyKey } from './http';
import { problemOf } from './problem';

function answering(status: number, body: string, headers: Record<string, string> = {}) {
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve(new Response(status === 204 ? null : body, { status, headers })));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

const failureOf = async (running: Promise<unknown>) => problemOf(await running.catch((thrown: unknown) => thrown));

describe('a call to the gateway', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('returns the body of a good answer, and nothing for an empty one', async () => {
    answering(200, '{"id":"ch_1"}');
    expect(await call('GET', '/v1/channels/ch_1')).toEqual({ id: 'ch_1' });
    answering(204, '');
    expect(await call('DELETE', '/session')).toBeUndefined();
  });

  it('proves that the dashboard asked only where something changes', async () => {
    const fetched = answering(200, '{}');
    await call('GET', '/v1/channels');
    await call('POST', '/v1/channels', { body: { name: 'A' }, idempotencyKey: 'k' });
    expect(fetched.mock.calls[0]?.[1]?.headers).not.toHaveProperty('X-OnAir-Csrf');
    expect(fetched.mock.calls[1]?.[1]?.headers).toMatchObject({ 'X-OnAir-Csrf': '1', 'Idempotency-Key': 'k' });
    expect(fetched.mock.calls[1]?.[1]?.body).toBe('{"name":"A"}');
  });

  it('throws the problem the gateway told', async () => {
    answering(
      422,
      JSON.stringify({
        title: 'Some fields are not acceptable',
        code: 'validation_failed',
        violations: [{ field: 'name', code: 'required', detail: 'must be given' }],
        request_id: 'req_1',
        retryable: false,
      }),
    );
    expect(await failureOf(call('POST', '/v1/channels'))).toEqual({
      status: 422,
      code: 'validation_failed',
      title: 'Some fields are not acceptable',
      detail: null,
      violations: [{ field: 'name', code: 'required', detail: 'must be given' }],
      requestId: 'req_1',
      retryable: false,
    });
  });

  it.each(['<html>oops</html>', '', '[]', 'null', '{"violations":"no","title":7}'])(
    'makes a problem of an error that is none: %s',
    async (body) => {
      answering(502, body, { 'X-Request-Id': 'req_2' });
      expect(await failureOf(call('GET', '/v1/channels'))).toMatchObject({
        status: 502,
        code: 'http_502',
        violations: [],
        requestId: 'req_2',
      });
    },
  );

  it('says offline when there is no answer, and that trying again may help', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failureOf(call('GET', '/v1/channels'))).toMatchObject({ status: 0, code: 'offline', retryable: true });
  });

  it('lets an aborted call be aborted', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('gone', 'AbortError')));
    await expect(call('GET', '/v1/channels')).rejects.toHaveProperty('name', 'AbortError');
  });

  it('makes keys nobody makes twice', () => {
    expect(newIdempotencyKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
  });
});
