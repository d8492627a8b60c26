import { useState } from 'react';
import { answerWithVersion, api } from '../../../api/client';
import type { ApiKey } from '../../../api/schema';
import { useOne } from '../../../data/useOne';
import { Button } from '../../../parts/Button';
import { Facts } from '../../../parts/Facts';
import { TextField } from '../../../parts/Field';
import { Loaded } from '../../../parts/Loaded';
import { Page, Section } from '../../../parts/Page';
import { Ago, Time } from '../../../parts/Time';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { EditForm } from '../EditForm';
import { settingsTexts } from '../settings.texts';
import { KeyState } from './KeyState';
import { keysTexts } from './keys.texts';
import { NewSecret } from './NewSecret';
import { RevokeDialog } from './RevokeDialog';
import { RollDialog } from './RollDialog';
import { ScopeList } from './ScopeList';

/** A key: what it may do, its name, and how it gets a new secret or ends. */
export function KeyPage({ id }: { readonly id: string }) {
  const settings = useText(settingsTexts);
  const text = useText(keysTexts);
  const common = useText(commonTexts);
  const mayWrite = useMay('api-keys:write');
  const key = useOne(['api_key', id], (signal) => answerWithVersion(api.GET('/v1/api-keys/{id}', { params: { path: { id } }, signal })), {
    every: 10_000,
  });
  return (
    <Page title={key.value?.value.name ?? text.key} back={['/settings/keys', settings.keys]}>
      <Loaded of={key}>
        {(now) => (
          <div className="stack">
            {mayWrite && <SecretActions of={now.value} />}
            <Section title={text.about}>
              <About of={now.value} />
            </Section>
            {mayWrite && (
              <Section title={text.rename}>
                <EditForm
                  label={text.rename}
                  now={now}
                  kind="api_key"
                  read={(values) => ({ name: String(values.get('name')) })}
                  change={(body, etag) =>
                    answerWithVersion(api.PATCH('/v1/api-keys/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body }))
                  }
                >
                  {(from) => <TextField label={common.name} name="name" defaultValue={from.name} required maxLength={255} hint={text.nameHint} />}
                </EditForm>
              </Section>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function About({ of }: { readonly of: ApiKey }) {
  const settings = useText(settingsTexts);
  const text = useText(keysTexts);
  const common = useText(commonTexts);
  return (
    <Facts
      rows={[
        [common.status, <KeyState key="state" of={of} />],
        [text.key, <code key="hint">{of.hint}</code>],
        [text.scopes, <ScopeList key="scopes" scopes={of.scopes} all />],
        [text.lastUsed, of.last_used_at === null ? text.neverUsed : <Ago key="used" at={of.last_used_at} />],
        [common.created, <Time key="made" at={of.created_at} />],
        [text.expires, of.expires_at === null ? settings.never : <Time key="ends" at={of.expires_at} />],
        [text.id, <code key="id">{of.id}</code>],
      ]}
    />
  );
}

function SecretActions({ of }: { readonly of: ApiKey }) {
  const settings = useText(settingsTexts);
  const text = useText(keysTexts);
  const [asked, setAsked] = useState<'roll' | 'revoke'>();
  const [secret, setSecret] = useState<string>();
  if (of.status === 'revoked') {
    return <p className="note">{text.over}</p>;
  }
  return (
    <>
      {secret !== undefined && (
        <NewSecret title={text.rolledTitle} secret={secret}>
          <Button look="main" onClick={() => setSecret(undefined)}>
            {settings.done}
          </Button>
        </NewSecret>
      )}
      <Section title={text.actions}>
        <p className="hint">{text.actionsLead}</p>
        <div className="row">
          <Button onClick={() => setAsked('roll')}>{text.roll}</Button>
          <Button look="quiet-danger" onClick={() => setAsked('revoke')}>
            {text.revoke}
          </Button>
        </div>
      </Section>
      {asked === 'roll' && <RollDialog of={of} onClose={() => setAsked(undefined)} onRolled={setSecret} />}
      {asked === 'revoke' && <RevokeDialog of={of} onClose={() => setAsked(undefined)} />}
    </>
  );
}
