import { SelectField } from '../../parts/Field';
import { useText, wordOf } from '../../text';
import { settingsTexts } from './settings.texts';

const CHOICES = ['0', '3600', '86400', '604800'] as const;

interface Props {
  readonly label: string;
  readonly seconds: number;
  readonly onChange: (seconds: number) => void;
}

/** How long a secret works on beside the new one. */
export function OverlapField({ label, seconds, onChange }: Props) {
  const text = useText(settingsTexts);
  return (
    <div className="dialog-field">
      <SelectField
        label={label}
        name="overlap_seconds"
        value={String(seconds)}
        onChange={(value) => onChange(Number(value))}
        options={CHOICES.map((each) => [each, wordOf(text.overlaps, each)])}
      />
    </div>
  );
}
