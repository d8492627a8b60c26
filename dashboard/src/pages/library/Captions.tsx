import { useEffect, useState } from 'react';
import type { Caption } from '../../api/schema';
import { usePages } from '../../data/usePages';
import { Button } from '../../parts/Button';
import { LoadedList } from '../../parts/Loaded';
import { Section } from '../../parts/Page';
import { useMay } from '../../session/useSession';
import { useText } from '../../text';
import { AddCaption } from './AddCaption';
import { CaptionRow } from './CaptionRow';
import { listCaptions } from './captions';
import { captionTexts } from './captions.texts';

const SOON_MS = 2000;
const LATER_MS = 10_000;

interface Props {
  readonly assetId: string;
  /** The player is to be loaded anew: it reads once which captions there are. */
  readonly onReload: () => void;
}

/** Texts that viewers may have shown with a video. */
export function Captions({ assetId, onReload }: Props) {
  const text = useText(captionTexts);
  const mayWrite = useMay('assets:write');
  const [every, setEvery] = useState(LATER_MS);
  const captions = usePages(['caption', assetId], (cursor, signal) => listCaptions(assetId, cursor, signal), { every });
  const moving = captions.all?.some(({ status }) => status === 'processing' || status === 'deleted') ?? false;
  useEffect(() => setEvery(moving ? SOON_MS : LATER_MS), [moving]);
  return (
    <Section title={text.title} actions={mayWrite && <AddCaption assetId={assetId} />}>
      <p className="lead">{text.lead}</p>
      {captions.all !== undefined && <Changed captions={captions.all} onReload={onReload} />}
      <LoadedList of={captions} empty={<p className="fine">{text.none}</p>}>
        {(all) => (
          <ul className="upload-list" aria-label={text.title}>
            {all.map((caption) => (
              <li key={caption.id}>
                <CaptionRow caption={caption} />
              </li>
            ))}
          </ul>
        )}
      </LoadedList>
    </Section>
  );
}

/** Says so when the player knows other captions than there are now. */
function Changed({ captions, onReload }: { readonly captions: readonly Caption[]; readonly onReload: () => void }) {
  const text = useText(captionTexts);
  const now = captions
    .filter(({ status }) => status === 'ready')
    .map(({ id }) => id)
    .sort()
    .join();
  const [loaded, setLoaded] = useState(now);
  return now === loaded ? null : (
    <div className="note row row-between caption-change" role="status">
      {text.changed}
      <Button
        onClick={() => {
          setLoaded(now);
          onReload();
        }}
      >
        {text.reload}
      </Button>
    </div>
  );
}
