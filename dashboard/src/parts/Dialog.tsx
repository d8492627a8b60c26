import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { Problem } from '../api/problem';
import { Button } from './Button';
import { ProblemNote } from './ProblemNote';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Escape was pressed, or whatever closes it; undefined keeps it open. */
  readonly onClose?: () => void;
  readonly wide?: boolean;
}

/** A window above the page; the browser keeps the focus in it and gives it back. */
export function Dialog({ title, children, onClose, wide = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) {
      element.showModal();
    }
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 id={id}>
        <bdi>{title}</bdi>
      </h2>
      {children}
    </dialog>
  );
}

interface ConfirmProps extends Props {
  readonly confirm: string;
  readonly cancel: string;
  readonly busy: boolean;
  /** Why it could not be done; the dialog stays open. */
  readonly problem?: Problem | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** Not everything that is asked about destroys something. */
  readonly harmless?: boolean;
}

/** Asks before something that cannot be undone or costs money. Escape and the first button mean no. */
export function ConfirmDialog({ confirm, cancel, busy, problem, onConfirm, harmless = false, children, ...dialog }: ConfirmProps) {
  return (
    <Dialog {...dialog}>
      {children}
      <ProblemNote problem={problem} />
      <div className="row row-end">
        <Button onClick={dialog.onClose}>{cancel}</Button>
        <Button look={harmless ? 'main' : 'danger'} busy={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
