import { Link, useRoute } from 'wouter';
import { fill, useText } from '../text';
import { summaryOf } from './summary';
import { uploadTexts } from './upload.texts';
import { useUploads } from './useUploads';
import './upload.css';

/** What is being uploaded, small, on every page but the one that shows it in full. */
export default function UploadBar() {
  const text = useText(uploadTexts);
  const { views } = useUploads();
  const [inFull] = useRoute('/library');
  const { active, stopped, percent, troubled } = summaryOf(views);
  if (inFull || active + stopped === 0) {
    return null;
  }
  return (
    <aside className="upload-bar" aria-label={text.title}>
      {active > 0 && (
        <>
          <span>{fill(text.barSending, { count: active, percent })}</span>
          <progress max={100} value={percent} aria-label={text.title} />
        </>
      )}
      {stopped > 0 && <span>{fill(text.barStopped, { count: stopped })}</span>}
      <span role="status" className={troubled ? 'upload-bar-trouble' : 'unseen'}>
        {troubled ? text.offline : ''}
      </span>
      <Link href="/library">{text.toLibrary}</Link>
    </aside>
  );
}
