import { useState } from 'react';
import { CheckField } from '../../../parts/Field';
import { useText } from '../../../text';
import { keysTexts } from './keys.texts';
import { PRESETS, RESOURCES, scopesOf, withScope, type Preset } from './scopes';

interface Props {
  readonly scopes: readonly string[];
  readonly onChange: (scopes: readonly string[]) => void;
}

const ORDER: readonly Preset[] = ['broadcast', 'library', 'ads', 'reading', 'everything', 'custom'];

/** What a key may do: a preset, or scope by scope. */
export function ScopeField({ scopes, onChange }: Props) {
  const text = useText(keysTexts);
  const [preset, setPreset] = useState<Preset>('broadcast');
  const choose = (next: Preset) => {
    setPreset(next);
    // What was chosen before is where one's own choice begins.
    onChange(next === 'custom' ? scopes.filter((scope) => scope !== '*') : PRESETS[next]);
  };
  return (
    <>
      <fieldset className="field">
        <legend>{text.presetTitle}</legend>
        {ORDER.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name="preset" value={each} checked={each === preset} onChange={() => choose(each)} />
            <span>
              <strong>{text.preset[each]?.[0]}</strong>
              <span className="hint">{text.preset[each]?.[1]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {preset === 'custom' && <Custom scopes={scopes} onChange={onChange} />}
    </>
  );
}

function Custom({ scopes, onChange }: Props) {
  const text = useText(keysTexts);
  return (
    <fieldset className="field">
      <legend>{text.custom}</legend>
      <div className="scope-grid">
        {RESOURCES.map((resource) => (
          <fieldset key={resource}>
            <legend>{text.resource[resource]}</legend>
            {scopesOf(resource).map((scope) => (
              <CheckField
                key={scope}
                label={text.word[scope.slice(resource.length + 1)] ?? scope}
                hint={scope}
                checked={scopes.includes(scope)}
                onChange={(on) => onChange(withScope(scopes, scope, on))}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}
