import type { UploadView } from './view';
import { isActive } from './view';

/** All uploads in one line. */
export interface Summary {
  readonly active: number;
  /** Paused or failed: somebody has to do something. */
  readonly stopped: number;
  /** Of the bytes of those under way. */
  readonly percent: number;
  readonly troubled: boolean;
}

export function summaryOf(views: readonly UploadView[]): Summary {
  const active = views.filter(isActive);
  const total = active.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const sent = active.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
  return {
    active: active.length,
    stopped: views.filter(({ stage }) => stage === 'paused' || stage === 'failed').length,
    percent: percentOf(sent, total),
    troubled: active.some(({ trouble }) => trouble !== undefined),
  };
}

/** Whole percents; a hundred only when it is all. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}
