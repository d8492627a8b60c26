import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PartFailure, sendPart } from './transfer';

class FakeRequest {
  static last: FakeRequest;
  upload: { onprogress?: (event: { loaded: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 0;
  etag: string | null = '"abc"';
  opened: unknown[] = [];

  constructor() {
    FakeRequest.last = this;
  }
  open(...how: unknown[]) {
    this.opened = how;
  }
  send() {}
  abort() {
    this.onabort?.();
  }
  getResponseHeader(name: string) {
    return name === 'ETag' ? this.etag : null;
  }
  answer(status: number) {
    this.status = status;
    this.onload?.();
  }
}

beforeEach(() => void vi.stubGlobal('XMLHttpRequest', FakeRequest));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const bytes = new Blob(['12345']);
const send = (signal = new AbortController().signal, onSent: (n: number) => void = () => undefined) => sendPart('https://s3/part', bytes, signal, onSent);

it('puts the bytes, tells how many have left, and gives the ETag', async () => {
  const told: number[] = [];
  const running = send(undefined, (n) => told.push(n));
  FakeRequest.last.upload.onprogress?.({ loaded: 3 });
  FakeRequest.last.upload.onprogress?.({ loaded: 9 });
  FakeRequest.last.answer(200);
  expect(await running).toBe('"abc"');
  expect(FakeRequest.last.opened).toEqual(['PUT', 'https://s3/part']);
  expect(told).toEqual([3, 5]);
});

it('tells an expired address from a network that is gone', async () => {
  const expired = send();
  FakeRequest.last.answer(403);
  await expect(expired).rejects.toMatchObject({ status: 403, wantsNewAddress: true });
  const gone = send();
  FakeRequest.last.onerror?.();
  await expect(gone).rejects.toMatchObject({ status: 0, wantsNewAddress: false });
});

it('gives up a connection that is dead without saying so', async () => {
  vi.useFakeTimers();
  const running = send();
  const failed = expect(running).rejects.toBeInstanceOf(PartFailure);
  await vi.advanceTimersByTimeAsync(59_000);
  FakeRequest.last.upload.onprogress?.({ loaded: 1 });
  await vi.advanceTimersByTimeAsync(60_000);
  await failed;
});

it('stops when it is told to', async () => {
  const stop = new AbortController();
  const running = send(stop.signal);
  stop.abort();
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  await expect(send(stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
});
