import { expect, it } from 'vitest';
import type { Stage, UploadView } from './view';
import { percentOf, summaryOf } from './summary';

const view = (stage: Stage, sentBytes: number, sizeBytes = 1000) => ({ stage, sentBytes, sizeBytes }) as UploadView;

it('counts what is under way and what has stopped, and adds up the bytes of the first', () => {
  expect(summaryOf([view('sending', 500), view('queued', 0), view('paused', 900), view('done', 1000), view('failed', 0)])).toEqual({
    active: 2,
    stopped: 2,
    percent: 25,
    troubled: false,
  });
});

it('never says all when a byte is missing', () => {
  expect(percentOf(999_999, 1_000_000)).toBe(99);
  expect(percentOf(0, 0)).toBe(0);
});
