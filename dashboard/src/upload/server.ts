import { answer, api, onceFor } from '../api/client';
import type { Upload, UploadRequest, UploadSentPart } from '../api/schema';

/** What the engine asks of the API; tests stand in for it. */
export interface UploadServer {
  create(request: UploadRequest, key: string): Promise<Upload>;
  /** With the parts that are there and fresh addresses. */
  show(id: string, signal: AbortSignal): Promise<Upload>;
  complete(id: string, parts: UploadSentPart[], key: string, signal: AbortSignal): Promise<Upload>;
  /** Leaves nothing behind: neither the parts nor the asset that waits for them. */
  cancel(assetId: string): Promise<void>;
}

export const server: UploadServer = {
  create: (body, key) => answer(api.POST('/v1/uploads', { params: { header: onceFor(key) }, body })),
  show: (id, signal) => answer(api.GET('/v1/uploads/{id}', { params: { path: { id } }, signal })),
  complete: (id, parts, key, signal) =>
    answer(
      api.POST('/v1/uploads/{id}/complete', {
        params: { path: { id }, header: onceFor(key) },
        body: { parts },
        signal,
      }),
    ),
  // What waits for the upload is deleted, and the upload goes with it.
  cancel: async (assetId) => {
    await answer(api.DELETE('/v1/assets/{id}', { params: { path: { id: assetId } } }));
  },
};
