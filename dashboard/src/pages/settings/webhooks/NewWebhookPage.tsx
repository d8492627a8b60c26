import { useState } from 'react';
import { Link } from 'wouter';
import { answer, api, onceFor } from '../../../api/client';
import type { NewWebhook, Webhook } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { CopyField } from '../../../parts/CopyField';
import { Form } from '../../../parts/Form';
import { Page } from '../../../parts/Page';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { Once } from '../Once';
import { settingsTexts } from '../settings.texts';
import { readWebhook } from './readWebhook';
import { Verify } from './Verify';
import { WebhookFields } from './WebhookFields';
import { webhooksTexts } from './webhooks.texts';

/** Adds a webhook, whose secret is shown this once. */
export function NewWebhookPage() {
  const settings = useText(settingsTexts);
  const text = useText(webhooksTexts);
  const common = useText(commonTexts);
  const mayWrite = useMay('webhooks:write');
  const [made, setMade] = useState<Webhook>();
  return (
    <Page title={text.newTitle} lead={text.newLead} back={['/settings/webhooks', settings.webhooks]}>
      <div className="form-width">
        {!mayWrite ? (
          <p className="note">{common.notAllowed}</p>
        ) : made === undefined ? (
          <WebhookForm onMade={setMade} />
        ) : (
          <Once title={text.madeTitle}>
            <CopyField label={text.secret} value={made.secret ?? ''} hint={text.secretHint} />
            <Verify />
            <div className="row">
              <Link href={`/settings/webhooks/${made.id}`} className="button button-main">
                {settings.done}
              </Link>
            </div>
          </Once>
        )}
      </div>
    </Page>
  );
}

function WebhookForm({ onMade }: { readonly onMade: (webhook: Webhook) => void }) {
  const text = useText(webhooksTexts);
  const creating = useCommand(
    (body: NewWebhook, key) => answer(api.POST('/v1/webhooks', { params: { header: onceFor(key) }, body })),
    ['webhook'],
  );
  const create = async (values: FormData) => {
    const made = await creating.run(readWebhook(values));
    if (made !== undefined) {
      onMade(made);
    }
  };
  return (
    <Form className="card" label={text.newTitle} problem={creating.problem} onSubmit={(values) => void create(values)}>
      <WebhookFields />
      <div className="row">
        <Button type="submit" look="main" busy={creating.busy}>
          {creating.busy ? text.creating : text.create}
        </Button>
      </div>
    </Form>
  );
}
