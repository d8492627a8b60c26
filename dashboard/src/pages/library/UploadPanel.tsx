import { Section } from '../../parts/Page';
import { useText } from '../../text';
import { uploadTexts } from '../../upload/upload.texts';
import { useUploads } from '../../upload/useUploads';
import { Unfinished } from './Unfinished';
import { UploadRow } from './UploadRow';

/** The files that are being sent from here, and those that could go on. */
export function UploadPanel() {
  const text = useText(uploadTexts);
  const { views } = useUploads();
  return (
    <>
      <Unfinished />
      {views.length > 0 && (
        <Section title={text.title}>
          <ul className="upload-list">
            {views.map((view) => (
              <li key={view.id}>
                <UploadRow view={view} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
