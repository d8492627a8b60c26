import { useState, type ReactNode } from 'react';
import type { Versioned } from '../../api/client';
import { useCommand } from '../../data/useCommand';
import { Button } from '../../parts/Button';
import { Form } from '../../parts/Form';
import { useNotice } from '../../parts/Notices';
import { useText } from '../../text';
import { commonTexts } from '../../text/common.texts';
import { settingsTexts } from './settings.texts';

interface Props<T, Change> {
  readonly label: string;
  /** As it is now; the form keeps what it was when it was opened. */
  readonly now: Versioned<T>;
  /** The kind of resource that is changed. */
  readonly kind: string;
  readonly read: (values: FormData) => Change;
  readonly change: (change: Change, etag: string) => Promise<Versioned<T>>;
  readonly onSaved?: () => void;
  readonly children: (from: T) => ReactNode;
}

/**
 * Changes something that others may be changing, too: a change of what somebody else has changed since the form was
 * opened is refused, and what it is now is shown when asked for.
 */
export function EditForm<T, Change>({ label, now, kind, read, change, onSaved, children }: Props<T, Change>) {
  const text = useText(settingsTexts);
  const common = useText(commonTexts);
  const notice = useNotice();
  const [from, setFrom] = useState(now);
  const saving = useCommand((values: Change) => change(values, from.etag), [kind]);

  const save = async (values: FormData) => {
    const saved = await saving.run(read(values));
    if (saved !== undefined) {
      setFrom(saved);
      notice(common.saved);
      onSaved?.();
    }
  };
  const overtaken = saving.problem?.status === 412;
  const reload = () => {
    saving.forget();
    setFrom(now);
  };

  return (
    <Form key={from.etag} label={label} problem={overtaken ? undefined : saving.problem} onSubmit={(values) => void save(values)}>
      {overtaken && (
        <div className="note note-bad stack" role="alert">
          <p className="note-title">{text.overtaken}</p>
          <div className="row">
            <Button onClick={reload}>{text.reload}</Button>
          </div>
        </div>
      )}
      {children(from.value)}
      <div className="row">
        <Button type="submit" look="main" busy={saving.busy}>
          {saving.busy ? common.saving : common.save}
        </Button>
      </div>
    </Form>
  );
}
