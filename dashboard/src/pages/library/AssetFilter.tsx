import { SelectField } from '../../parts/Field';
import { SearchField } from '../../parts/SearchField';
import { useText, wordOf } from '../../text';
import { commonTexts } from '../../text/common.texts';
import { STATUSES, type Filter } from './assets';
import { libraryTexts } from './library.texts';

interface Props {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

export function AssetFilter({ filter, onChange }: Props) {
  const text = useText(libraryTexts);
  const common = useText(commonTexts);
  return (
    <search className="filters">
      <SearchField label={common.findName} value={filter.name} onChange={(name) => onChange({ ...filter, name })} />
      <SelectField
        name="status"
        label={common.status}
        value={filter.status}
        onChange={(status) => onChange({ ...filter, status })}
        options={[['', text.all], ...STATUSES.map((status) => [status, wordOf(text.status, status)] as const)]}
      />
    </search>
  );
}
