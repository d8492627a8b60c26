import { formatBytes, formatClock } from '../../parts/format';
import { Progress } from '../../parts/Progress';
import { fill, useLanguage, useText, wordOf } from '../../text';
import type { UploadView } from '../../upload/view';
import { percentOf } from '../../upload/summary';
import { uploadTexts } from '../../upload/upload.texts';

/** How far a file is: a bar, and the same in words. */
export function UploadProgress({ view }: { readonly view: UploadView }) {
  const text = useText(uploadTexts);
  const language = useLanguage();
  const { stage, sentBytes, sizeBytes, bytesPerSecond } = view;
  const known = stage !== 'refused' && stage !== 'cancelling';
  const words = [
    ...(known ? [fill(text.sent, { sent: formatBytes(sentBytes, language), total: formatBytes(sizeBytes, language) })] : [formatBytes(sizeBytes, language)]),
    ...(known && view.parts > 1 ? [fill(text.parts, { arrived: view.partsArrived, parts: view.parts })] : []),
    ...(bytesPerSecond === undefined || view.trouble !== undefined
      ? []
      : [
          fill(text.speed, { rate: formatBytes(bytesPerSecond, language) }),
          fill(text.left, { time: formatClock((sizeBytes - sentBytes) / bytesPerSecond) }),
        ]),
    ...(view.resumed && known ? [text.resumed] : []),
  ];
  return (
    <>
      {known && <Progress label={fill(text.progressOf, { name: view.fileName })} percent={percentOf(sentBytes, sizeBytes)} />}
      <p className="fine upload-words">
        <span role="status">{wordOf(text.stage, stage)}</span>
        {words.map((word) => (
          <span key={word}>{word}</span>
        ))}
      </p>
    </>
  );
}
