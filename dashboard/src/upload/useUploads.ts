import { useSyncExternalStore } from 'react';
import { useSession } from '../session/useSession';
import { uploadsOf } from './browser';
import type { Uploads } from './uploads';
import type { UploadView } from './view';

/** The uploads of whoever is signed in, and what is seen of them now. */
export function useUploads(): { readonly uploads: Uploads; readonly views: readonly UploadView[] } {
  const uploads = uploadsOf(useSession().organization_id ?? '');
  return { uploads, views: useSyncExternalStore(uploads.subscribe, uploads.views) };
}
