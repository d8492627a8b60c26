import { useEffect, useRef, useState } from 'react';
import { TextField } from './Field';

/** While somebody types, nothing is asked. */
const TYPING_MS = 300;

/** The longest name there is. */
const LONGEST = 255;

interface Props {
  readonly label: string;
  readonly value: string;
  /** Told once what was typed has stayed the same for a moment. */
  readonly onChange: (value: string) => void;
}

/** What a list is narrowed to by typing. */
export function SearchField({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => setTyped((before) => (before.trim() === value ? before : value)), [value]);
  useEffect(() => {
    if (typed.trim() === value) {
      return undefined;
    }
    const timer = setTimeout(() => latest.current(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return <TextField name="search" type="search" dir="auto" label={label} maxLength={LONGEST} value={typed} onChange={(event) => setTyped(event.target.value)} />;
}
