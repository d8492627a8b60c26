import { useState, type ReactNode } from 'react';
import type { Command } from '../data/useCommand';
import { Button, type Look } from './Button';
import { ConfirmDialog } from './Dialog';

interface Props {
  readonly look?: Look;
  /** What the button says, and for screen readers of which thing where several have one. */
  readonly name: string;
  readonly label?: string;
  readonly title: string;
  readonly confirm: string;
  readonly cancel: string;
  /** Tells something when it is done; otherwise the dialog stays and says why it was not. */
  readonly command: Command<undefined, unknown>;
  readonly onDone?: () => void;
  readonly children: ReactNode;
}

/** A button that asks before it does what cannot be undone. */
export function ConfirmButton({ look = 'quiet-danger', name, label, command, onDone, children, ...dialog }: Props) {
  const [asking, setAsking] = useState(false);
  const confirm = async () => {
    if ((await command.run(undefined)) !== undefined) {
      setAsking(false);
      onDone?.();
    }
  };
  return (
    <>
      <Button look={look} aria-label={label} onClick={() => setAsking(true)}>
        {name}
      </Button>
      {asking && (
        <ConfirmDialog
          {...dialog}
          busy={command.busy}
          problem={command.problem}
          onClose={() => setAsking(false)}
          onConfirm={() => void confirm()}
        >
          {children}
        </ConfirmDialog>
      )}
    </>
  );
}
