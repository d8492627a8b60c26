import { useLocation } from 'wouter';
import { answer, api, onceFor } from '../../../api/client';
import type { WebhookDelivery } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { useOne } from '../../../data/useOne';
import { Button } from '../../../parts/Button';
import { Facts } from '../../../parts/Facts';
import { Loaded } from '../../../parts/Loaded';
import { useNotice } from '../../../parts/Notices';
import { Page, Section } from '../../../parts/Page';
import { ProblemNote } from '../../../parts/ProblemNote';
import { Time } from '../../../parts/Time';
import { useMay } from '../../../session/useSession';
import { fill, useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { settingsTexts } from '../settings.texts';
import { Attempts } from './Attempts';
import { DeliveryState, NextTry } from './Deliveries';
import { Message } from './Message';
import { webhooksTexts } from './webhooks.texts';

interface Props {
  readonly webhook: string;
  readonly id: string;
}

/** A delivery: what was sent, and what came of each try. */
export function DeliveryPage({ webhook, id }: Props) {
  const settings = useText(settingsTexts);
  const text = useText(webhooksTexts);
  const log = useOne(['webhook_delivery', webhook, id], (signal) =>
    answer(api.GET('/v1/webhooks/{id}/deliveries/{deliveryId}', { params: { path: { id: webhook, deliveryId: id } }, signal })),
  );
  const delivery = log.value?.delivery;
  return (
    <Page
      title={delivery === undefined ? text.deliveries : fill(text.deliveryTitle, { type: delivery.event_type })}
      back={[`/settings/webhooks/${webhook}`, settings.webhook]}
      actions={useMay('webhooks:write') && delivery !== undefined && <Redeliver of={delivery} />}
    >
      <Loaded of={log}>
        {(value) => (
          <div className="stack">
            <Section title={text.deliveries}>
              <About of={value.delivery} />
            </Section>
            <Section title={text.attempts}>
              <Attempts all={value.attempts} />
            </Section>
            <Message event={value.delivery.event_id} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function About({ of }: { readonly of: WebhookDelivery }) {
  const text = useText(webhooksTexts);
  const common = useText(commonTexts);
  return (
    <Facts
      rows={[
        [common.status, <DeliveryState key="state" of={of} />],
        ...(of.status === 'pending' ? [[text.nextTry, <NextTry key="next" of={of} />] as const] : []),
        [text.event, <code key="event">{of.event_id}</code>],
        [text.sequence, of.sequence],
        [text.resource, <code key="resource">{of.resource_id}</code>],
        [common.created, <Time key="made" at={of.created_at} seconds />],
        ...(of.ended_at === null ? [] : [[text.ended, <Time key="ended" at={of.ended_at} seconds />] as const]),
      ]}
    />
  );
}

function Redeliver({ of }: { readonly of: WebhookDelivery }) {
  const text = useText(webhooksTexts);
  const notice = useNotice();
  const [, go] = useLocation();
  const sending = useCommand(
    ({ id, webhook_id }: { id: string; webhook_id: string }, key) =>
      answer(
        api.POST('/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver', {
          params: { path: { id: webhook_id, deliveryId: id }, header: onceFor(key) },
        }),
      ),
    ['webhook_delivery'],
  );
  const send = async () => {
    const again = await sending.run({ id: of.id, webhook_id: of.webhook_id });
    if (again !== undefined) {
      notice(text.redelivered);
      go(`/settings/webhooks/${of.webhook_id}/deliveries/${again.id}`);
    }
  };
  return (
    <>
      <ProblemNote problem={sending.problem} />
      <Button look="main" busy={sending.busy} onClick={() => void send()}>
        {text.redeliver}
      </Button>
    </>
  );
}
