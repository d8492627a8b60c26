import { useState } from 'react';
import { Link } from 'wouter';
import type { Webhook } from '../../../api/schema';
import { Button } from '../../../parts/Button';
import { CopyField } from '../../../parts/CopyField';
import { Facts } from '../../../parts/Facts';
import { Loaded } from '../../../parts/Loaded';
import { Page, Section } from '../../../parts/Page';
import { Time } from '../../../parts/Time';
import { useMay } from '../../../session/useSession';
import { fill, useLanguage, useText } from '../../../text';
import { formatTime } from '../../../parts/format';
import { commonTexts } from '../../../text/common.texts';
import { Once } from '../Once';
import { settingsTexts } from '../settings.texts';
import { Deliveries } from './Deliveries';
import { healthOf } from './health';
import { HealthPill } from './HealthPill';
import { useWebhook } from './useWebhook';
import { Verify } from './Verify';
import { WebhookActions } from './WebhookActions';
import { webhooksTexts } from './webhooks.texts';

/** A webhook: how it does, what may be done with it, and what was sent. */
export function WebhookPage({ id }: { readonly id: string }) {
  const settings = useText(settingsTexts);
  const text = useText(webhooksTexts);
  const mayWrite = useMay('webhooks:write');
  const webhook = useWebhook(id);
  const [secret, setSecret] = useState<string>();
  return (
    <Page
      title={webhook.value?.value.url ?? settings.webhooks}
      back={['/settings/webhooks', settings.webhooks]}
      actions={
        mayWrite &&
        webhook.value !== undefined && (
          <Link href={`/settings/webhooks/${id}/edit`} className="button">
            {text.edit}
          </Link>
        )
      }
    >
      <Loaded of={webhook}>
        {({ value }) => (
          <div className="stack">
            {secret !== undefined && <NewSecret secret={secret} onDone={() => setSecret(undefined)} />}
            <Section title={text.about}>
              <Trouble of={value} />
              <About of={value} />
              {mayWrite && <WebhookActions of={value} onSecret={setSecret} />}
            </Section>
            <Section title={text.deliveries}>
              <Deliveries webhook={id} />
            </Section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function NewSecret({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const settings = useText(settingsTexts);
  const text = useText(webhooksTexts);
  return (
    <Once title={text.rotatedTitle}>
      <CopyField label={text.secret} value={secret} hint={text.secretHint} />
      <Verify />
      <div className="row">
        <Button look="main" onClick={onDone}>
          {settings.done}
        </Button>
      </div>
    </Once>
  );
}

/** Why nothing arrives, when nothing does. */
function Trouble({ of }: { readonly of: Webhook }) {
  const text = useText(webhooksTexts);
  const language = useLanguage();
  switch (healthOf(of)) {
    case 'well':
      return null;
    case 'failing':
      return (
        <p className="note note-bad" role="status">
          {fill(text.failingSince, { when: formatTime(of.failing_since ?? '', language) })}
        </p>
      );
    case 'disabled':
      return (
        <p className="note" role="status">
          <bdi>{of.disabled_reason ?? text.healthWord['disabled']}</bdi>
        </p>
      );
  }
}

function About({ of }: { readonly of: Webhook }) {
  const text = useText(webhooksTexts);
  const common = useText(commonTexts);
  const language = useLanguage();
  return (
    <Facts
      rows={[
        [text.health, <HealthPill key="health" of={of} />],
        ...(of.description === null || of.description === '' ? [] : [[text.description, <bdi key="description">{of.description}</bdi>] as const]),
        [text.types, of.types.length === 0 ? text.all : of.types.join(', ')],
        [text.sent, fill(text.sentHint, { sequence: of.sequence })],
        ...(of.old_secret_until === null
          ? []
          : [[text.oldSecret, fill(text.oldSecretUntil, { when: formatTime(of.old_secret_until, language) })] as const]),
        [common.created, <Time key="made" at={of.created_at} />],
        [text.id, <code key="id">{of.id}</code>],
      ]}
    />
  );
}
