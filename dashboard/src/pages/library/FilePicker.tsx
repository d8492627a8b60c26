import { useRef, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly multiple?: boolean;
  /** What the browser offers first; others can be chosen all the same. */
  readonly accept?: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: (choose: () => void) => ReactNode;
}

/** Opens the browser's window for files by a button of ours. */
export function FilePicker({ label, multiple = false, accept = 'video/*,.mkv,.ts,.mxf,.mov', onFiles, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        multiple={multiple}
        accept={accept}
        onChange={(event) => {
          const files = Array.from(event.currentTarget.files ?? []);
          // The same file can be chosen again.
          event.currentTarget.value = '';
          if (files.length > 0) {
            onFiles(files);
          }
        }}
      />
      {children(() => input.current?.click())}
    </>
  );
}
