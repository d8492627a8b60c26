import { useText } from '../../text';
import { settingsTexts } from './settings.texts';

/** Lines of a program, or of what one said; long ones are scrolled in their own frame, by keyboard too. */
export function Code({ label, children }: { readonly label: string; readonly children: string }) {
  const text = useText(settingsTexts);
  return (
    <div className="code" role="region" aria-label={label} tabIndex={0}>
      <pre>
        <code>{children === '' ? text.nothing : children}</code>
      </pre>
    </div>
  );
}
