import { useState } from 'react';
import { Loading } from '../../../parts/Loaded';
import { ProblemNote } from '../../../parts/ProblemNote';
import { useText } from '../../../text';
import { byResource, useEventTypes } from './eventTypes';
import { webhooksTexts } from './webhooks.texts';

/** Which events are sent: all, or those that are chosen. The form's fields are `which` and `types`. */
export function TypesField({ chosen }: { readonly chosen: readonly string[] }) {
  const text = useText(webhooksTexts);
  const [some, setSome] = useState(chosen.length > 0);
  return (
    <fieldset className="field">
      <legend>{text.types}</legend>
      <p className="hint">{text.typesHint}</p>
      <label className="choice">
        <input type="radio" name="which" value="all" checked={!some} onChange={() => setSome(false)} />
        <span>{text.all}</span>
      </label>
      <label className="choice">
        <input type="radio" name="which" value="some" checked={some} onChange={() => setSome(true)} />
        <span>{text.onlyThese}</span>
      </label>
      {some && <Types chosen={chosen} />}
    </fieldset>
  );
}

function Types({ chosen }: { readonly chosen: readonly string[] }) {
  const text = useText(webhooksTexts);
  const { value: types, problem } = useEventTypes();
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(chosen));
  if (types === undefined) {
    return problem === undefined ? <Loading /> : <ProblemNote problem={problem} />;
  }
  const pick = (type: string, on: boolean) => setPicked(new Set(on ? [...picked, type] : [...picked].filter((each) => each !== type)));
  return (
    <div className="scope-grid types-grid">
      {byResource(types).map(([resource, those]) => (
        <fieldset key={resource}>
          <legend>
            <code>{resource}</code>
          </legend>
          {those.map(({ type, description }) => (
            <label key={type} className="check">
              <input
                type="checkbox"
                name="types"
                value={type}
                checked={picked.has(type)}
                onChange={(event) => pick(type, event.target.checked)}
                // None chosen would mean all of them: the browser says so before anything is sent.
                ref={(box) => box?.setCustomValidity(picked.size === 0 ? text.chooseOne : '')}
              />
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
