import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, readProblem } from '../api/problem';
import { Poller, type Polled } from './poller';

const PAUSE = 2000;
const failure = () => new ProblemError(readProblem(503, { code: 'unavailable' }, null));

describe('a poller', () => {
  let answers: (() => Promise<string>)[];
  let loads: AbortSignal[];
  let told: Polled<string>[];
  let poller: Poller<string>;

  beforeEach(() => {
    vi.useFakeTimers();
    answers = [];
    loads = [];
    told = [];
    poller = new Poller(
      (signal) => {
        loads.push(signal);
        return (answers.shift() ?? (() => Promise.resolve('fine')))();
      },
      PAUSE,
      (state) => told.push(state),
    );
  });

  afterEach(() => {
    poller.stop();
    vi.useRealTimers();
  });

  it('loads at once and again after each pause', async () => {
    poller.refresh();
    await vi.advanceTimersByTimeAsync(0);
    expect(told.at(-1)).toMatchObject({ value: 'fine', problem: undefined });
    await vi.advanceTimersByTimeAsync(PAUSE * 3);
    expect(loads).toHaveLength(4);
  });

  it('never has two loads under way', async () => {
    answers = [() => new Promise(() => undefined)];
    poller.refresh();
    await vi.advanceTimersByTimeAsync(PAUSE * 5);
    expect(loads).toHaveLength(1);
    poller.refresh();
    expect(loads[0]?.aborted).toBe(true);
    expect(loads).toHaveLength(2);
  });

  it('keeps the last value when a load fails, and says what is wrong', async () => {
    answers = [() => Promise.resolve('first'), () => Promise.reject(failure())];
    poller.refresh();
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(told.at(-1)).toMatchObject({ value: 'first', problem: { code: 'unavailable' } });
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(told.at(-1)).toMatchObject({ value: 'fine', problem: undefined });
  });

  it('asks less often while the failures go on', async () => {
    answers = Array.from({ length: 50 }, () => () => Promise.reject(failure()));
    poller.refresh();
    await vi.advanceTimersByTimeAsync(PAUSE * 30);
    expect(loads.length).toBeLessThan(12);
    expect(loads.length).toBeGreaterThan(5);
  });

  it('rests until it is asked again', async () => {
    poller.refresh();
    await vi.advanceTimersByTimeAsync(0);
    poller.rest();
    await vi.advanceTimersByTimeAsync(PAUSE * 5);
    expect(loads).toHaveLength(1);
    poller.refresh();
    expect(loads).toHaveLength(2);
  });

  it('tells nothing after it was stopped', async () => {
    poller.refresh();
    poller.stop();
    await vi.advanceTimersByTimeAsync(PAUSE * 2);
    poller.refresh();
    expect(told).toHaveLength(0);
    expect(loads).toHaveLength(1);
  });
});
