import { useLocation } from 'wouter';
import { answerWithVersion, api } from '../../../api/client';
import { Loaded } from '../../../parts/Loaded';
import { Page } from '../../../parts/Page';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { EditForm } from '../EditForm';
import { settingsTexts } from '../settings.texts';
import { readWebhook } from './readWebhook';
import { useWebhook } from './useWebhook';
import { WebhookFields } from './WebhookFields';
import { webhooksTexts } from './webhooks.texts';

/** Where a webhook is sent, and what of. */
export function EditWebhookPage({ id }: { readonly id: string }) {
  const settings = useText(settingsTexts);
  const text = useText(webhooksTexts);
  const common = useText(commonTexts);
  const mayWrite = useMay('webhooks:write');
  const webhook = useWebhook(id);
  const [, go] = useLocation();
  const place = `/settings/webhooks/${id}`;
  return (
    <Page title={text.editTitle} back={[place, webhook.value?.value.url ?? settings.webhooks]}>
      <div className="form-width card">
        <Loaded of={webhook}>
          {(now) =>
            mayWrite ? (
              <EditForm
                label={text.editTitle}
                now={now}
                kind="webhook"
                read={readWebhook}
                change={(body, etag) =>
                  answerWithVersion(api.PATCH('/v1/webhooks/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body }))
                }
                onSaved={() => go(place)}
              >
                {(from) => <WebhookFields from={from} />}
              </EditForm>
            ) : (
              <p className="note">{common.notAllowed}</p>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}
