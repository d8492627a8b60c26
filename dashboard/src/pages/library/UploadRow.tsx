import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../parts/Button';
import { ConfirmDialog } from '../../parts/Dialog';
import { ProblemNote } from '../../parts/ProblemNote';
import { fill, useText, wordOf } from '../../text';
import { quoted } from '../../text/quoted';
import type { UploadView } from '../../upload/view';
import { uploadTexts } from '../../upload/upload.texts';
import { useUploads } from '../../upload/useUploads';
import { UploadProgress } from './UploadProgress';

/** One file on its way, and what can be done about it. */
export function UploadRow({ view }: { readonly view: UploadView }) {
  const text = useText(uploadTexts);
  return (
    <article className="upload-row" aria-label={view.fileName}>
      <div className="row row-between">
        <strong className="upload-name">
          <bdi>{view.fileName}</bdi>
        </strong>
        <Actions view={view} />
      </div>
      <UploadProgress view={view} />
      {view.trouble !== undefined && (
        <p className="upload-trouble" role="status">
          {view.trouble.code === 'offline' ? text.offline : text.trouble}
        </p>
      )}
      {view.refusal !== undefined && view.stage === 'refused' && (
        <p className="reason" role="alert">
          {wordOf(text.refusal, view.refusal)}
        </p>
      )}
      <ProblemNote problem={view.problem} />
    </article>
  );
}

function Actions({ view }: { readonly view: UploadView }) {
  const text = useText(uploadTexts);
  const { uploads } = useUploads();
  const [asking, setAsking] = useState(false);
  const { id, stage, refusal } = view;
  const running = stage === 'queued' || stage === 'starting' || stage === 'sending';
  const again = stage === 'failed' || refusal === 'elsewhere' || refusal === 'expired';
  return (
    <div className="row">
      {running && <Button onClick={() => uploads.pause(id)}>{text.pause}</Button>}
      {stage === 'paused' && <Button onClick={() => uploads.goOn(id)}>{text.goOn}</Button>}
      {again && <Button onClick={() => uploads.goOn(id)}>{refusal === 'expired' ? text.fromBeginning : text.tryAgain}</Button>}
      {(running || stage === 'paused' || stage === 'failed') && (
        <Button look="quiet-danger" onClick={() => setAsking(true)}>
          {text.cancel}
        </Button>
      )}
      {stage === 'done' && view.assetId !== undefined && (
        <Link href={`/library/${view.assetId}`} className="button">
          {text.open}
        </Link>
      )}
      {(stage === 'done' || stage === 'refused') && (
        <Button look="plain" onClick={() => uploads.dismiss(id)}>
          {text.dismiss}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={text.cancelTitle}
          confirm={text.cancelYes}
          cancel={text.cancelNo}
          busy={false}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            void uploads.cancel(id);
          }}
        >
          <p>{fill(text.cancelLead, { name: quoted(view.fileName) })}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
