import type { Webhook } from '../../../api/schema';
import { TextField } from '../../../parts/Field';
import { useText } from '../../../text';
import { TypesField } from './TypesField';
import { webhooksTexts } from './webhooks.texts';

/** What one says of a webhook. */
export function WebhookFields({ from }: { readonly from?: Webhook }) {
  const text = useText(webhooksTexts);
  return (
    <>
      <TextField
        label={text.url}
        name="url"
        inputMode="url"
        placeholder="https://"
        defaultValue={from?.url}
        required
        maxLength={2048}
        hint={text.urlHint}
        className="mono"
      />
      <TextField label={text.description} name="description" defaultValue={from?.description ?? ''} maxLength={255} optional />
      <TypesField chosen={from?.types ?? []} />
    </>
  );
}
