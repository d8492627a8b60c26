import { answer, answerWithVersion, api, type Versioned } from '../../api/client';
import type { Asset, PageAsset, Upload } from '../../api/schema';
import { pageBehind } from '../../data/usePages';
import type { Tone } from '../../parts/Pill';

/** Which assets are shown; empty words are all. */
export interface Filter {
  readonly status: string;
  readonly name: string;
}

/** What can be asked for, in the order an asset goes through it. */
export const STATUSES = ['waiting_for_upload', 'probing', 'processing', 'ready', 'errored'] as const;

const PAGE = 24;

/** How soon to look again where no event tells: soon while something is being made. */
const SOON_MS = 3000;
const LATER_MS = 10_000;

export function listAssets({ status, name }: Filter, cursor: string | undefined, signal: AbortSignal): Promise<PageAsset> {
  const query = {
    ...pageBehind(cursor, PAGE),
    ...(status === '' ? {} : { status }),
    ...(name === '' ? {} : { name }),
  };
  return answer(api.GET('/v1/assets', { params: { query }, signal }));
}

export const showAsset = (id: string, signal: AbortSignal): Promise<Versioned<Asset>> =>
  answerWithVersion(api.GET('/v1/assets/{id}', { params: { path: { id } }, signal }));

export const renameAsset = (id: string, name: string, etag: string): Promise<Asset> =>
  answer(api.PATCH('/v1/assets/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body: { name } }));

export const deleteAsset = (id: string): Promise<Asset> => answer(api.DELETE('/v1/assets/{id}', { params: { path: { id } } }));

/** With the parts that are there. */
export const showUpload = (id: string, signal: AbortSignal): Promise<Upload> =>
  answer(api.GET('/v1/uploads/{id}', { params: { path: { id } }, signal }));

/** Something is still being done about it. */
export const isUnfinished = ({ status }: Pick<Asset, 'status'>): boolean => !['ready', 'errored', 'archived'].includes(status);

export const lookAgainAfter = (assets: readonly Asset[]): number => (assets.some(isUnfinished) ? SOON_MS : LATER_MS);

export function toneOf(status: string): Tone {
  switch (status) {
    case 'ready':
      return 'ready';
    case 'errored':
      return 'bad';
    case 'probing':
    case 'processing':
      return 'busy';
    default:
      return 'quiet';
  }
}
