import { Link, useSearchParams } from 'wouter';
import { answer, api } from '../../../api/client';
import type { WebhookDelivery } from '../../../api/schema';
import { pageBehind, usePages } from '../../../data/usePages';
import { SelectField } from '../../../parts/Field';
import { LoadedList } from '../../../parts/Loaded';
import { Pill } from '../../../parts/Pill';
import { Table } from '../../../parts/Table';
import { Ago } from '../../../parts/Time';
import { useText, wordOf } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { DELIVERY_TONE } from './health';
import { webhooksTexts } from './webhooks.texts';

const STATES = ['pending', 'succeeded', 'failed', 'cancelled'] as const;

/** What was sent to a webhook, the newest first; the state shown is a part of the address. */
export function Deliveries({ webhook }: { readonly webhook: string }) {
  const text = useText(webhooksTexts);
  const common = useText(commonTexts);
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((each) => each === search.get('status'));
  const deliveries = usePages<WebhookDelivery>(['webhook_delivery', webhook, state], (cursor, signal) =>
    answer(
      api.GET('/v1/webhooks/{id}/deliveries', {
        params: { path: { id: webhook }, query: { ...(state === undefined ? {} : { status: state }), ...pageBehind(cursor) } },
        signal,
      }),
    ),
  );
  return (
    <>
      <p className="hint">{text.deliveriesLead}</p>
      <div className="filters">
        <SelectField
          label={common.status}
          name="status"
          value={state ?? ''}
          onChange={(value) => setSearch(value === '' ? {} : { status: value }, { replace: true })}
          options={[['', text.anyState], ...STATES.map((each) => [each, wordOf(text.state, each)] as const)]}
        />
      </div>
      <LoadedList of={deliveries} empty={<p className="hint">{state === undefined ? text.noDeliveries : text.noneOfState}</p>}>
        {(all) => <DeliveryTable webhook={webhook} all={all} />}
      </LoadedList>
    </>
  );
}

function DeliveryTable({ webhook, all }: { readonly webhook: string; readonly all: readonly WebhookDelivery[] }) {
  const text = useText(webhooksTexts);
  const common = useText(commonTexts);
  return (
    <Table
      label={text.deliveryTable}
      rows={all}
      keyOf={(delivery) => delivery.id}
      columns={[
        {
          name: text.event,
          cell: (delivery) => (
            <>
              <Link href={`/settings/webhooks/${webhook}/deliveries/${delivery.id}`}>
                <code>{delivery.event_type}</code>
              </Link>
              {delivery.redelivery && <span className="fine"> ({text.again})</span>}
            </>
          ),
        },
        { name: common.status, cell: (delivery) => <DeliveryState of={delivery} /> },
        { name: text.sequence, number: true, cell: (delivery) => delivery.sequence },
        { name: text.tries, number: true, cell: (delivery) => delivery.tries },
        { name: text.nextTry, cell: (delivery) => <NextTry of={delivery} /> },
        { name: common.created, cell: (delivery) => <Ago at={delivery.created_at} /> },
      ]}
    />
  );
}

export function DeliveryState({ of }: { readonly of: WebhookDelivery }) {
  const text = useText(webhooksTexts);
  return <Pill tone={DELIVERY_TONE[of.status] ?? 'quiet'}>{wordOf(text.state, of.status)}</Pill>;
}

/** When a waiting delivery is tried next. */
export function NextTry({ of }: { readonly of: WebhookDelivery }) {
  const text = useText(webhooksTexts);
  if (of.status !== 'pending') {
    return '–';
  }
  return of.next_try_at === null ? text.behind : <Ago at={of.next_try_at} />;
}
