import { CopyField } from '../../../parts/CopyField';
import { Facts } from '../../../parts/Facts';
import { Section } from '../../../parts/Page';
import { useSession } from '../../../session/useSession';
import { useText, wordOf } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { SettingsPage } from '../SettingsPage';
import { settingsTexts } from '../settings.texts';
import { accountTexts } from './account.texts';
import { PasswordForm } from './PasswordForm';
import { SessionTable } from './SessionTable';

/** Whoever is signed in: their sessions and their password. */
export function AccountPage() {
  const settings = useText(settingsTexts);
  const text = useText(accountTexts);
  const common = useText(commonTexts);
  const session = useSession();
  return (
    <SettingsPage title={settings.account} lead={text.lead}>
      <div className="stack">
        <Section title={text.about}>
          <Facts
            rows={[
              [text.email, <bdi key="email">{session.email ?? common.unknown}</bdi>],
              [text.role, session.role == null ? common.unknown : wordOf(settings.roleWord, session.role)],
            ]}
          />
          <CopyField label={text.memberId} value={session.subject} />
        </Section>
        <Section title={text.sessions}>
          <p className="hint">{text.sessionsLead}</p>
          <SessionTable />
        </Section>
        <Section title={text.password}>
          <PasswordForm />
        </Section>
      </div>
    </SettingsPage>
  );
}
