import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../text';
import { commonTexts } from '../text/common.texts';

interface Props {
  readonly label: string;
  readonly value: string;
  /** A secret is masked until it is asked for, and copied without being shown. */
  readonly secret?: boolean;
  readonly hint?: string;
}

/** A value to put somewhere else, with its copy button. */
export function CopyField({ label, value, secret = false, hint }: Props) {
  const text = useText(commonTexts);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(!secret);
  const [copied, setCopied] = useState<boolean>();

  useEffect(() => {
    if (copied === undefined) {
      return undefined;
    }
    const timer = setTimeout(() => setCopied(undefined), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    const done = await toClipboard(value);
    setCopied(done);
    if (!done) {
      setShown(true);
      input.current?.select();
    }
  };

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="copy">
        <input
          id={id}
          ref={input}
          className="mono"
          readOnly
          type={shown ? 'text' : 'password'}
          autoComplete="off"
          value={value}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onFocus={(event) => event.currentTarget.select()}
        />
        {secret && (
          <button type="button" className="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? text.hide : text.show}
          </button>
        )}
        <button type="button" className="button" aria-label={`${text.copy}: ${label}`} onClick={() => void copy()}>
          {copied === undefined ? text.copy : copied ? text.copied : text.copyFailed}
        </button>
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      <span className="unseen" role="status">
        {copied === true ? `${label}: ${text.copied}` : ''}
      </span>
    </div>
  );
}

/** Browsers allow the clipboard only on secure pages; elsewhere the user copies by hand. */
async function toClipboard(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return false;
  }
}
