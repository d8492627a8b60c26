import { useEffect, useState } from 'react';
import { quoted } from '../../text/quoted';
import { isSame } from '../../upload/file';
import type { Remembered } from '../../upload/memory';
import { heldElsewhere } from '../../upload/browser';
import { uploadTexts } from '../../upload/upload.texts';
import { useUploads } from '../../upload/useUploads';
import { useCommand } from '../../data/useCommand';
import { useOne } from '../../data/useOne';
import { Button } from '../../parts/Button';
import { formatBytes, formatTime } from '../../parts/format';
import { Section } from '../../parts/Page';
import { ProblemNote } from '../../parts/ProblemNote';
import { fill, useLanguage, useText } from '../../text';
import { showUpload } from './assets';
import { FilePicker } from './FilePicker';

/** Uploads of before the page was closed or reloaded: the browser needs to be given the file again. */
export function Unfinished() {
  const text = useText(uploadTexts);
  const { uploads, views } = useUploads();
  const all = uploads.unfinished();
  const [running, setRunning] = useState<ReadonlySet<string>>();
  useEffect(() => {
    let shown = true;
    void heldElsewhere().then((held) => shown && setRunning(held));
    return () => {
      shown = false;
    };
  }, [views]);
  // Until it is known which of them another tab is sending, none is offered.
  const waiting = running === undefined ? [] : all.filter(({ uploadId }) => !running.has(uploadId));
  if (waiting.length === 0) {
    return null;
  }
  return (
    <Section title={text.unfinishedTitle}>
      <p className="lead">{text.unfinishedLead}</p>
      <ul className="upload-list">
        {waiting.map((one) => (
          <li key={one.uploadId}>
            <UnfinishedRow one={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function UnfinishedRow({ one }: { readonly one: Remembered }) {
  const text = useText(uploadTexts);
  const language = useLanguage();
  const { uploads } = useUploads();
  const [other, setOther] = useState(false);
  const upload = useOne(['upload', one.uploadId], (signal) => showUpload(one.uploadId, signal), { every: false });
  const parts = upload.value?.parts ?? [];
  const over = upload.problem?.status === 404 || (upload.value !== undefined && parts.length === 0);
  useEffect(() => {
    // It was discarded or finished from elsewhere.
    if (over) {
      uploads.forget(one.uploadId);
    }
  }, [over, uploads, one.uploadId]);
  const discard = useCommand(() => uploads.discard(one), ['asset']);
  const { name } = one;
  const size = formatBytes(one.size, language);
  const chosen = (files: readonly File[]) => {
    const same = files.find((file) => isSame(file, one));
    setOther(same === undefined);
    if (same !== undefined) {
      uploads.resume({ id: one.uploadId, asset_id: one.assetId }, same);
    }
  };
  return (
    <article className="upload-row" aria-label={name}>
      <div className="row row-between">
        <strong className="upload-name">
          <bdi>{name}</bdi>
        </strong>
        <div className="row">
          <FilePicker label={fill(text.chooseAgainNamed, { name })} onFiles={chosen}>
            {(choose) => (
              <Button look="main" aria-label={fill(text.chooseAgainNamed, { name })} onClick={choose}>
                {text.chooseAgain}
              </Button>
            )}
          </FilePicker>
          <Button look="quiet-danger" busy={discard.busy} aria-label={fill(text.discardNamed, { name })} onClick={() => void discard.run(undefined)}>
            {text.discard}
          </Button>
        </div>
      </div>
      <p className="fine upload-words">
        <span>{size}</span>
        {parts.length > 0 && <span>{fill(text.parts, { arrived: parts.filter((part) => part.uploaded).length, parts: parts.length })}</span>}
        <span>{fill(text.until, { time: formatTime(one.expiresAt, language) })}</span>
      </p>
      {other && (
        <p className="reason" role="alert">
          {fill(text.otherFile, { name: quoted(name), size })}
        </p>
      )}
      <ProblemNote problem={discard.problem} />
    </article>
  );
}
