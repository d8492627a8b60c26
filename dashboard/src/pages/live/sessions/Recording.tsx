import { Link } from 'wouter';
import type { SessionRecording } from '../../../api/schema';
import { useText, wordOf } from '../../../text';
import { sessionsTexts } from './sessions.texts';

/** What became of the recording of a broadcast, and where it is. */
export function Recording({ recording }: { readonly recording: SessionRecording }) {
  const text = useText(sessionsTexts);
  return (
    <>
      {wordOf(text.record, recording.status)}
      {recording.asset_id !== null && (
        <>
          {' · '}
          <Link href={`/library/${recording.asset_id}`}>{text.watch}</Link>
        </>
      )}
      {recording.reason !== null && <span className="fine"> {recording.reason}</span>}
    </>
  );
}
