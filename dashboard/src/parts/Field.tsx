import { createContext, useContext, useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';
import type { Problem } from '../api/problem';
import { useText } from '../text';
import { commonTexts } from '../text/common.texts';

/** What the API refused of the form around; fields show what is said of them. */
export const RefusedContext = createContext<Problem | undefined>(undefined);

interface Labelled {
  readonly label: string;
  readonly hint?: ReactNode;
  /** The name of the field in the API, e.g. `limit.amount`: what is refused of it is shown here. */
  readonly name: string;
  /** What is wrong by our own look, shown before anything is sent. */
  readonly wrong?: string | undefined;
  readonly optional?: boolean;
}

interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A label, what stands below it, and what is wrong, tied together for whoever cannot see them. */
export function Field({ label, hint, name, wrong, optional = false, children }: Labelled & { readonly children: (wiring: Wiring) => ReactNode }) {
  const text = useText(commonTexts);
  const id = useId();
  const refused = useContext(RefusedContext)?.violations.filter((violation) => violation.field === name) ?? [];
  const complaint = wrong ?? refused.map((violation) => violation.detail).join(' ');
  const describedBy = [hint === undefined ? '' : `${id}-hint`, complaint === '' ? '' : `${id}-wrong`].filter((part) => part !== '').join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="fine"> ({text.optional})</span>}
      </label>
      {children({ id, 'aria-describedby': describedBy === '' ? undefined : describedBy, 'aria-invalid': complaint === '' ? undefined : true })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {complaint !== '' && (
        <p id={`${id}-wrong`} className="wrong">
          {complaint}
        </p>
      )}
    </div>
  );
}

type InputProps = Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, keyof Labelled | 'id'>;

export function TextField({ label, hint, name, wrong, optional, ...input }: InputProps) {
  return (
    <Field {...{ label, hint, name, wrong, optional: optional ?? false }}>
      {(wiring) => <input name={name} type="text" autoComplete="off" {...input} {...wiring} />}
    </Field>
  );
}

type AreaProps = Labelled & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof Labelled | 'id'>;

export function TextAreaField({ label, hint, name, wrong, optional, ...input }: AreaProps) {
  return (
    <Field {...{ label, hint, name, wrong, optional: optional ?? false }}>
      {(wiring) => <textarea name={name} rows={4} {...input} {...wiring} />}
    </Field>
  );
}

interface SelectProps extends Labelled {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [value: string, label: string])[];
}

export function SelectField({ label, hint, name, wrong, optional, value, onChange, options }: SelectProps) {
  return (
    <Field {...{ label, hint, name, wrong, optional: optional ?? false }}>
      {(wiring) => (
        <select name={name} value={value} onChange={(event) => onChange(event.target.value)} {...wiring}>
          {options.map(([option, word]) => (
            <option key={option} value={option}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ label, hint, checked, disabled = false, onChange }: CheckProps) {
  const id = useId();
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>
          <bdi>{label}</bdi>
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="hint">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
