import { afterEach, describe, expect, it, vi } from 'vitest';
import { answer, answerWithVersion, api, newIdempotencyKey, onceFor } from './client';
import { problemOf } from './problem';

const asked: Request[] = [];

function answering(status: number, body: string, headers: Record<string, string> = {}) {
  asked.length = 0;
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(request);
    return Promise.resolve(new Response(status === 204 ? null : body, { status, headers }));
  });
}

const failureOf = async (running: Promise<unknown>) => problemOf(await running.catch((thrown: unknown) => thrown));

const someChannel = () => api.GET('/v1/channels/{id}', { params: { path: { id: 'ch_1' } } });

const someStop = () =>
  api.POST('/v1/channels/{id}/stop', { params: { path: { id: '../internal' }, header: onceFor('k') } });

describe('a call to the gateway', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('returns the body of a good answer, and nothing for an empty one', async () => {
    answering(200, '{"id":"ch_1"}');
    expect(await answer(someChannel())).toEqual({ id: 'ch_1' });
    answering(204, '');
    expect(await answer(someStop())).toBeUndefined();
  });

  it('tells the version of what was answered', async () => {
    answering(200, '{"id":"ch_1"}', { ETag: '"7"' });
    expect(await answerWithVersion(someChannel())).toEqual({ value: { id: 'ch_1' }, etag: '"7"' });
  });

  it('proves that the dashboard asked only where something changes', async () => {
    answering(200, '{}');
    await answer(someChannel());
    expect(asked[0]?.headers.has('X-OnAir-Csrf')).toBe(false);
    answering(200, '{}');
    await answer(someStop());
    expect(asked[0]?.headers.get('X-OnAir-Csrf')).toBe('1');
    expect(asked[0]?.headers.get('Idempotency-Key')).toBe('k');
  });

  it('never lets an id reach into the path', async () => {
    answering(200, '{}');
    await answer(someStop());
    expect(new URL(asked[0]?.url ?? '').pathname).toBe('/v1/channels/..%2Finternal/stop');
  });

  it('throws the problem the gateway told', async () => {
    const told = {
      title: 'Some fields are not acceptable',
      code: 'validation_failed',
      violations: [{ field: 'name', code: 'required', detail: 'must be given' }],
      request_id: 'req_1',
      retryable: false,
    };
    answering(422, JSON.stringify(told));
    expect(await failureOf(answer(someChannel()))).toEqual({
      status: 422,
      code: 'validation_failed',
      title: 'Some fields are not acceptable',
      detail: null,
      violations: told.violations,
      requestId: 'req_1',
      retryable: false,
    });
  });

  it.each(['<html>oops</html>', '', '[]', 'null', '{"violations":"no","title":7}'])(
    'makes a problem of an error that is none: %s',
    async (body) => {
      answering(502, body, { 'X-Request-Id': 'req_2' });
      expect(await failureOf(answer(someChannel()))).toMatchObject({
        status: 502,
        code: 'http_502',
        violations: [],
        requestId: 'req_2',
      });
    },
  );

  it('says offline when there is no answer, and that trying again may help', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failureOf(answer(someChannel()))).toMatchObject({ status: 0, code: 'offline', retryable: true });
  });

  it('lets an aborted call be aborted', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('gone', 'AbortError')));
    await expect(answer(someChannel())).rejects.toHaveProperty('name', 'AbortError');
  });

  it('makes keys nobody makes twice', () => {
    expect(newIdempotencyKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
  });
});
