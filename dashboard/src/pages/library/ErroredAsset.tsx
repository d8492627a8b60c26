import type { Asset } from '../../api/schema';
import { useText } from '../../text';
import { libraryTexts } from './library.texts';

/** Why an asset never became ready, and what to do about it. */
export function ErroredAsset({ asset }: { readonly asset: Asset }) {
  const text = useText(libraryTexts);
  return (
    <section className="note note-bad stack asset-errored" aria-label={text.erroredTitle}>
      <h2>{text.erroredTitle}</h2>
      <p>{asset.status_reason ?? text.erroredUnknown}</p>
      <h3>{text.whatToDo}</h3>
      <p>{adviceFor(asset, text)}</p>
    </section>
  );
}

function adviceFor({ source, duration_seconds: duration, status_reason: reason }: Asset, text: (typeof libraryTexts)['en']): string {
  switch (source.kind) {
    case 'recording':
      return text.adviceRecording;
    case 'clip':
      return text.adviceClip;
    default:
      // Nothing was looked at: it was the upload that came to no end.
      return duration === null && /upload|parts/i.test(reason ?? '') ? text.adviceCut : text.adviceUpload;
  }
}
