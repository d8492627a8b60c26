import { describe, expect, it, vi } from 'vitest';
import { ProblemError, readProblem } from '../api/problem';
import { delayAfter, persist, worthTrying } from './patience';

const offline = readProblem(0, { code: 'offline', retryable: true }, null);
const broken = readProblem(503, { retryable: true }, 'req_1');
const refused = readProblem(422, { code: 'validation_failed' }, 'req_2');

describe('patience', () => {
  it('grows with each failure, up to a quarter of a minute', () => {
    expect([1, 2, 3, 4, 5, 9].map((failures) => delayAfter(failures, () => 1))).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(delayAfter(1, () => 0)).toBe(750);
  });

  it('never ends while there is no network, and ends with a server that is broken', () => {
    expect(worthTrying(offline, 1000)).toBe(true);
    expect(worthTrying(broken, 7)).toBe(true);
    expect(worthTrying(broken, 8)).toBe(false);
    expect(worthTrying(refused, 1)).toBe(false);
  });

  it('asks again until there is an answer, and tells what was in the way', async () => {
    const ask = vi.fn().mockRejectedValueOnce(new ProblemError(offline)).mockResolvedValue('told');
    const trouble = vi.fn();
    expect(await persist(ask, () => Promise.resolve(), new AbortController().signal, trouble)).toBe('told');
    expect(trouble.mock.calls).toEqual([[offline], [undefined]]);
  });

  it('takes no answer that comes after it was stopped', async () => {
    const stopped = new AbortController();
    const ask = async () => {
      stopped.abort();
      return 'late';
    };
    await expect(persist(ask, () => Promise.resolve(), stopped.signal, () => undefined)).rejects.toThrow('Stopped');
  });
});
