import { useText } from '../../../text';
import { liveTexts } from '../live.texts';
import { createTexts } from './create.texts';
import type { Choices } from './newChannel';

const CLASSES = ['standard', 'reduced', 'low'] as const;

interface Props {
  readonly chosen: Choices['latency'];
  readonly onChoose: (latency: Choices['latency']) => void;
}

export function LatencyCards({ chosen, onChoose }: Props) {
  const text = useText(createTexts);
  const { latency: words } = useText(liveTexts);
  return (
    <fieldset className="field choices choices-beside">
      <legend>{text.latency}</legend>
      {CLASSES.map((latency) => (
        <label key={latency} className="choice">
          <input type="radio" name="latency" value={latency} checked={latency === chosen} onChange={() => onChoose(latency)} />
          <span>
            <strong>{words[latency]}</strong>
            <span className="fine">{text.latencyHint[latency]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
