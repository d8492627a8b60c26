import { useRef, useState, type DragEvent } from 'react';
import { Button } from '../../parts/Button';
import { CheckField } from '../../parts/Field';
import { useText } from '../../text';
import { uploadTexts } from '../../upload/upload.texts';
import { useUploads } from '../../upload/useUploads';
import { FilePicker } from './FilePicker';

/** Where videos are dropped, or chosen with a button. */
export function DropZone() {
  const text = useText(uploadTexts);
  const { uploads } = useUploads();
  const [mp4, setMp4] = useState(false);
  const [over, setOver] = useState(false);
  const depth = useRef(0);

  const entered = (by: number) => {
    depth.current += by;
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const { files, folders } = dropped(event.dataTransfer);
    folders.forEach((folder) => uploads.refuse(folder, 'folder'));
    uploads.add(files, mp4);
  };

  return (
    <section
      className="card drop-zone"
      data-over={over || undefined}
      aria-label={text.dropTitle}
      onDragEnter={() => entered(1)}
      onDragLeave={() => entered(-1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <div>
        <h2>{text.dropTitle}</h2>
        <p className="lead">{text.dropLead}</p>
      </div>
      <FilePicker label={text.choose} multiple onFiles={(files) => uploads.add(files, mp4)}>
        {(choose) => (
          <Button look="main" onClick={choose}>
            {text.choose}
          </Button>
        )}
      </FilePicker>
      <CheckField label={text.mp4} hint={text.mp4Hint} checked={mp4} onChange={setMp4} />
    </section>
  );
}

/** A folder looks like a file that cannot be read; it is told apart while it is dropped, not later. */
function dropped(data: DataTransfer): { readonly files: readonly File[]; readonly folders: readonly File[] } {
  const files: File[] = [];
  const folders: File[] = [];
  for (const item of data.items) {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    if (file !== null) {
      (item.webkitGetAsEntry()?.isDirectory === true ? folders : files).push(file);
    }
  }
  return { files, folders };
}
