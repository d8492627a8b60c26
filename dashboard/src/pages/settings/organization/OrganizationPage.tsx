import { answerWithVersion, api } from '../../../api/client';
import { useOne } from '../../../data/useOne';
import { CopyField } from '../../../parts/CopyField';
import { TextField } from '../../../parts/Field';
import { Loaded } from '../../../parts/Loaded';
import { Section } from '../../../parts/Page';
import { useMay, useSession } from '../../../session/useSession';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { EditForm } from '../EditForm';
import { SettingsPage } from '../SettingsPage';
import { settingsTexts } from '../settings.texts';
import { organizationTexts } from './organization.texts';

/** The organization's name, and the id that support asks for. */
export function OrganizationPage() {
  const settings = useText(settingsTexts);
  const text = useText(organizationTexts);
  const common = useText(commonTexts);
  const mayWrite = useMay('organizations:write');
  const { organization_id: id } = useSession();
  const organization = useOne(
    ['organization', id],
    (signal) => answerWithVersion(api.GET('/v1/organizations/{id}', { params: { path: { id } }, signal })),
    { every: 10_000 },
  );
  return (
    <SettingsPage title={settings.organization} lead={text.lead}>
      <Loaded of={organization}>
        {(now) => (
          <Section title={text.about}>
            {mayWrite ? (
              <EditForm
                label={text.about}
                now={now}
                kind="organization"
                read={(values) => ({ name: String(values.get('name')) })}
                change={(body, etag) =>
                  answerWithVersion(api.PATCH('/v1/organizations/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body }))
                }
              >
                {(from) => <TextField label={common.name} name="name" defaultValue={from.name} required maxLength={255} hint={text.nameHint} />}
              </EditForm>
            ) : (
              <p>
                <bdi>{now.value.name}</bdi>
              </p>
            )}
            <CopyField label={text.id} value={now.value.id} hint={text.idHint} />
          </Section>
        )}
      </Loaded>
    </SettingsPage>
  );
}
