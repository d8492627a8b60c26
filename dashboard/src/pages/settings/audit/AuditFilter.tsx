import { useState } from 'react';
import { Button } from '../../../parts/Button';
import { SelectField, TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { useText } from '../../../text';
import { auditTexts } from './audit.texts';
import { readFilter, type Filter } from './filter';

interface Props {
  readonly filter: Filter;
  readonly actors: ReadonlyMap<string, string>;
  readonly onFilter: (filter: Filter) => void;
}

/** Narrows the audit log. */
export function AuditFilter({ filter, actors, onFilter }: Props) {
  const text = useText(auditTexts);
  const [actor, setActor] = useState(filter.actor ?? '');
  const known = actor === '' || actors.has(actor) ? [...actors] : [...actors, [actor, actor] as const];
  return (
    <Form className="filters" label={text.filter} problem={undefined} onSubmit={(values) => onFilter(readFilter(values))}>
      <SelectField label={text.who} name="actor" value={actor} onChange={setActor} options={[['', text.anybody], ...known]} />
      <TextField label={text.operation} name="operation" defaultValue={filter.operation} placeholder="createApiKey" className="mono" />
      <TextField label={text.resource} name="resource_id" defaultValue={filter.resource_id} className="mono" />
      <div className="row">
        <Button type="submit">{text.apply}</Button>
        {Object.keys(filter).length > 0 && (
          <Button look="plain" onClick={() => onFilter({})}>
            {text.clear}
          </Button>
        )}
      </div>
    </Form>
  );
}
