import type { Ladder } from '../../../api/schema';
import { formatBitrate } from '../../../parts/format';
import { fill, useLanguage, useText } from '../../../text';
import { createTexts } from './create.texts';

interface Props {
  readonly ladders: readonly Ladder[];
  readonly chosen: string | undefined;
  readonly onChoose: (name: string) => void;
}

/** The ladders there are, the organization's own among them. */
export function LadderCards({ ladders, chosen, onChoose }: Props) {
  const text = useText(createTexts);
  return (
    <fieldset className="field choices">
      <legend>{text.quality}</legend>
      <p className="hint">{text.qualityHint}</p>
      {ladders.map((ladder) => (
        <label key={ladder.name} className="choice">
          <input type="radio" name="ladder" value={ladder.name} checked={ladder.name === chosen} onChange={() => onChoose(ladder.name)} />
          <span>
            <strong>
              <bdi>{ladder.name}</bdi>
              {ladder.custom && <span className="tag">{text.custom}</span>}
            </strong>
            <span className="fine">
              <bdi>{(ladder.custom ? undefined : text.ladder[ladder.name]) ?? ladder.description}</bdi>
            </span>
            <Renditions ladder={ladder} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Renditions({ ladder }: { readonly ladder: Ladder }) {
  const text = useText(createTexts);
  const language = useLanguage();
  const largest = Math.max(...ladder.video.map((video) => video.bits_per_second));
  return (
    <span className="fine">
      {ladder.video.map((video) => `${video.width}×${video.height}`).join(' · ')} ·{' '}
      {fill(text.upTo, { bitrate: formatBitrate(largest, language), rate: ladder.frame_rate })}
    </span>
  );
}
