import { useState } from 'react';
import { Loading } from '../../../parts/Loaded';
import { ProblemNote } from '../../../parts/ProblemNote';
import { useText } from '../../../text';
import { byResource, useEventTypes } from './eventTypes';
import { webhooksTexts } from './webhooks.texts';

/**
 * Which events are sent: all, or those that are chosen. The form's fields are `which` and `types`; types that were
 * chosen before stay so where the list of them cannot be shown.
 */
export function TypesField({ chosen }: { readonly chosen: readonly string[] }) {
  const text = useText(webhooksTexts);
  const [some, setSome] = useState(chosen.length > 0);
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(chosen));
  return (
    <fieldset className="field">
      <legend>{text.types}</legend>
      <p className="hint">{text.typesHint}</p>
      <label className="choice">
        <input type="radio" name="which" value="all" checked={!some} onChange={() => setSome(false)} />
        <span>{text.all}</span>
      </label>
      <label className="choice">
        <input
          type="radio"
          name="which"
          value="some"
          checked={some}
          onChange={() => setSome(true)}
          // None would mean all of them: the browser says so before anything is sent.
          ref={(radio) => radio?.setCustomValidity(some && picked.size === 0 ? text.chooseOne : '')}
        />
        <span>{text.onlyThese}</span>
      </label>
      {some && (
        <>
          {[...picked].map((type) => (
            <input key={type} type="hidden" name="types" value={type} />
          ))}
          <Types picked={picked} onPick={setPicked} />
        </>
      )}
    </fieldset>
  );
}

interface TypesProps {
  readonly picked: ReadonlySet<string>;
  readonly onPick: (picked: ReadonlySet<string>) => void;
}

function Types({ picked, onPick }: TypesProps) {
  const { value: types, problem } = useEventTypes();
  if (types === undefined) {
    return problem === undefined ? <Loading /> : <ProblemNote problem={problem} />;
  }
  const pick = (type: string, on: boolean) => onPick(new Set(on ? [...picked, type] : [...picked].filter((each) => each !== type)));
  return (
    <div className="scope-grid types-grid">
      {byResource(types).map(([resource, those]) => (
        <fieldset key={resource}>
          <legend>
            <code>{resource}</code>
          </legend>
          {those.map(({ type, description }) => (
            <label key={type} className="check">
              <input type="checkbox" checked={picked.has(type)} onChange={(event) => pick(type, event.target.checked)} />
              <span>
                <code>{type}</code>
                <span className="hint block">{description}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
