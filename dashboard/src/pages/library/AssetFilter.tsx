import { useEffect, useRef, useState } from 'react';
import { SelectField, TextField } from '../../parts/Field';
import { useText, wordOf } from '../../text';
import { STATUSES, type Filter } from './assets';
import { libraryTexts } from './library.texts';

/** While somebody types, nothing is asked. */
const TYPING_MS = 300;

const LONGEST_NAME = 255;

interface Props {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

export function AssetFilter({ filter, onChange }: Props) {
  const text = useText(libraryTexts);
  const [name, setName] = useState(filter.name);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => setName(filter.name), [filter.name]);
  useEffect(() => {
    if (name === filter.name) {
      return undefined;
    }
    const timer = setTimeout(() => latest.current({ status: filter.status, name: name.trim() }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [name, filter.name, filter.status]);

  return (
    <search className="filters">
      <TextField name="search" type="search" label={text.search} maxLength={LONGEST_NAME} value={name} onChange={(event) => setName(event.target.value)} />
      <SelectField
        name="status"
        label={text.filter}
        value={filter.status}
        onChange={(status) => onChange({ name: name.trim(), status })}
        options={[['', text.all], ...STATUSES.map((status) => [status, wordOf(text.status, status)] as const)]}
      />
    </search>
  );
}
