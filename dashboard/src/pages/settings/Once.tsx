import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../../text';
import { commonTexts } from '../../text/common.texts';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** Something that is told this once and never again. It takes the focus, so that nobody goes on without having seen it. */
export function Once({ title, children }: Props) {
  const text = useText(commonTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="card stack once" aria-label={title}>
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p className="lead">{text.onceOnly}</p>
      </div>
      {children}
    </section>
  );
}
