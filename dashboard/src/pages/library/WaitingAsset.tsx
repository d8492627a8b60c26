import { useState } from 'react';
import { useOne } from '../../data/useOne';
import { Button } from '../../parts/Button';
import { formatBytes } from '../../parts/format';
import { Loaded } from '../../parts/Loaded';
import { Section } from '../../parts/Page';
import { useMay } from '../../session/useSession';
import { fill, useLanguage, useText } from '../../text';
import { quoted } from '../../text/quoted';
import { uploadTexts } from '../../upload/upload.texts';
import { useUploads } from '../../upload/useUploads';
import { showUpload } from './assets';
import { FilePicker } from './FilePicker';
import { libraryTexts } from './library.texts';
import { UploadRow } from './UploadRow';

const LOOK_MS = 5000;

/** An asset whose file has not arrived whole: it can go on from any browser that has the file. */
export function WaitingAsset({ uploadId, assetId }: { readonly uploadId: string; readonly assetId: string }) {
  const text = useText(libraryTexts);
  const words = useText(uploadTexts);
  const language = useLanguage();
  const mayWrite = useMay('assets:write');
  const { uploads, views } = useUploads();
  const [other, setOther] = useState(false);
  const here = views.find((view) => view.uploadId === uploadId);
  const upload = useOne(
    ['upload', uploadId],
    (signal) => showUpload(uploadId, signal),
    { every: LOOK_MS, enabled: here === undefined },
  );
  if (here !== undefined) {
    return (
      <Section title={text.waitingTitle}>
        <p className="lead">{text.waitingHere}</p>
        <UploadRow view={here} />
      </Section>
    );
  }
  return (
    <Section title={text.waitingTitle}>
      <Loaded of={upload}>
        {({ file_name: name, size_bytes: bytes, parts }) => {
          const size = formatBytes(bytes, language);
          const chosen = (files: readonly File[]) => {
            // When the file was last changed is known to the browser that began only.
            const same = files.find((file) => file.name === name && file.size === bytes);
            setOther(same === undefined);
            if (same !== undefined) {
              uploads.resume({ id: uploadId, asset_id: assetId }, same);
            }
          };
          return (
            <>
              <p>
                {fill(text.waitingLead, {
                  arrived: parts.filter((part) => part.uploaded).length,
                  parts: parts.length,
                  name: quoted(name),
                  size,
                })}{' '}
                {text.waitingElsewhere}
              </p>
              {mayWrite && (
                <div className="row">
                  <FilePicker label={words.chooseAgain} onFiles={chosen}>
                    {(choose) => (
                      <Button look="main" onClick={choose}>
                        {words.chooseAgain}
                      </Button>
                    )}
                  </FilePicker>
                </div>
              )}
              {other && (
                <p className="reason" role="alert">
                  {fill(words.otherFile, { name: quoted(name), size })}
                </p>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
