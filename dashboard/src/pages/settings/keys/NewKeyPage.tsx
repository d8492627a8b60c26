import { useState } from 'react';
import { Link } from 'wouter';
import { answer, api, onceFor } from '../../../api/client';
import type { ApiKey, NewApiKey } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { Button } from '../../../parts/Button';
import { SelectField, TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { Page } from '../../../parts/Page';
import { useMay } from '../../../session/useSession';
import { useText, wordOf } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { settingsTexts } from '../settings.texts';
import { endOf, LIFETIMES, type Lifetime } from './expiry';
import { keysTexts } from './keys.texts';
import { NewSecret } from './NewSecret';
import { ScopeField } from './ScopeField';
import { PRESETS } from './scopes';

/** Makes a key, whose secret is shown this once. */
export function NewKeyPage() {
  const settings = useText(settingsTexts);
  const text = useText(keysTexts);
  const common = useText(commonTexts);
  const mayWrite = useMay('api-keys:write');
  const [made, setMade] = useState<ApiKey>();
  return (
    <Page title={text.newTitle} lead={text.newLead} back={['/settings/keys', settings.keys]}>
      <div className="form-width">
        {!mayWrite ? (
          <p className="note">{common.notAllowed}</p>
        ) : made === undefined ? (
          <KeyForm onMade={setMade} />
        ) : (
          <NewSecret title={text.madeTitle} secret={made.secret ?? ''}>
            <Link href="/settings/keys" className="button button-main">
              {settings.done}
            </Link>
          </NewSecret>
        )}
      </div>
    </Page>
  );
}

function KeyForm({ onMade }: { readonly onMade: (key: ApiKey) => void }) {
  const text = useText(keysTexts);
  const common = useText(commonTexts);
  const [scopes, setScopes] = useState<readonly string[]>(PRESETS.broadcast);
  // The end is told when it is chosen: a repetition has to ask for the very same.
  const [[lifetime, end], setEnd] = useState<readonly [Lifetime, string | null]>(['never', null]);
  const creating = useCommand(
    (body: NewApiKey, key) => answer(api.POST('/v1/api-keys', { params: { header: onceFor(key) }, body })),
    ['api_key'],
  );
  const chooseEnd = (value: string) => {
    const chosen = LIFETIMES.find((each) => each === value) ?? 'never';
    setEnd([chosen, endOf(chosen)]);
  };
  const create = async (values: FormData) => {
    const made = await creating.run({ name: String(values.get('name')), scopes: [...scopes], expires_at: end });
    if (made !== undefined) {
      onMade(made);
    }
  };
  return (
    <Form className="card" label={text.newTitle} problem={creating.problem} onSubmit={(values) => void create(values)}>
      <TextField label={common.name} name="name" required maxLength={255} hint={text.nameHint} />
      <ScopeField scopes={scopes} onChange={setScopes} />
      {scopes.length === 0 && <p className="wrong">{text.chooseOne}</p>}
      <SelectField
        label={text.lifetime}
        name="expires_at"
        value={lifetime}
        onChange={chooseEnd}
        options={LIFETIMES.map((each) => [each, wordOf(text.lifetimes, each)])}
        hint={text.lifetimeHint}
      />
      <div className="row">
        <Button type="submit" look="main" busy={creating.busy} disabled={scopes.length === 0}>
          {creating.busy ? text.creating : text.create}
        </Button>
      </div>
    </Form>
  );
}
