import type { ReactNode } from 'react';
import { CopyField } from '../../../parts/CopyField';
import { useText } from '../../../text';
import { Once } from '../Once';
import { keysTexts } from './keys.texts';

/** The secret of a key, this once, and how to see that it works. */
export function NewSecret({ title, secret, children }: { readonly title: string; readonly secret: string; readonly children: ReactNode }) {
  const text = useText(keysTexts);
  return (
    <Once title={title}>
      <CopyField label={text.secret} value={secret} hint={text.secretHint} />
      <CopyField label={text.tryIt} value={`curl -H 'Authorization: Bearer ${secret}' ${location.origin}/v1/whoami`} hint={text.notSafe} />
      <div className="row">{children}</div>
    </Once>
  );
}
