import type { Problem } from '../api/problem';
import type { Refusal } from './file';

/** Where the way of a file has come to. */
export type Stage =
  | 'queued'
  | 'starting'
  | 'sending'
  | 'finishing'
  /** All of it is there; what becomes of it is told by the asset. */
  | 'done'
  | 'paused'
  | 'failed'
  /** It was not sent, and will not be. */
  | 'refused'
  | 'cancelling'
  | 'cancelled';

/** What there is to be seen of an upload. */
export interface UploadView {
  readonly id: number;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly stage: Stage;
  readonly sentBytes: number;
  readonly parts: number;
  readonly partsArrived: number;
  /** It went on where it had stopped before. */
  readonly resumed: boolean;
  readonly bytesPerSecond: number | undefined;
  /** What is in the way; it goes on by itself when that is over. */
  readonly trouble: Problem | undefined;
  /** Why it has failed. */
  readonly problem: Problem | undefined;
  readonly refusal: Refusal | undefined;
  readonly uploadId: string | undefined;
  readonly assetId: string | undefined;
}

/** What there is before anything was sent. */
export function firstView(id: number, file: Pick<File, 'name' | 'size'>): UploadView {
  return {
    id,
    fileName: file.name,
    sizeBytes: file.size,
    stage: 'queued',
    sentBytes: 0,
    parts: 0,
    partsArrived: 0,
    resumed: false,
    bytesPerSecond: undefined,
    trouble: undefined,
    problem: undefined,
    refusal: undefined,
    uploadId: undefined,
    assetId: undefined,
  };
}

const UNDER_WAY: readonly Stage[] = ['starting', 'sending', 'finishing'];

export const isUnderWay = ({ stage }: UploadView): boolean => UNDER_WAY.includes(stage);

/** Whether closing the page would stop it. */
export const isActive = (view: UploadView): boolean => view.stage === 'queued' || isUnderWay(view);
