import { Redirect, Route, Switch } from 'wouter';
import { holds, useSession } from '../../session/useSession';
import { NotFound } from '../../shell/Pages';
import { useText } from '../../text';
import { commonTexts } from '../../text/common.texts';
import { AccountPage } from './account/AccountPage';
import { AuditPage } from './audit/AuditPage';
import { EntryPage } from './audit/EntryPage';
import { KeyPage } from './keys/KeyPage';
import { KeysPage } from './keys/KeysPage';
import { NewKeyPage } from './keys/NewKeyPage';
import { OrganizationPage } from './organization/OrganizationPage';
import { PLACES } from './places';
import { SettingsPage } from './SettingsPage';
import { settingsTexts } from './settings.texts';
import { InvitePage } from './team/InvitePage';
import { MemberPage } from './team/MemberPage';
import { TeamPage } from './team/TeamPage';
import { BudgetPage, NewBudgetPage } from './usage/BudgetPage';
import { UsagePage } from './usage/UsagePage';
import { DeliveryPage } from './webhooks/DeliveryPage';
import { EditWebhookPage } from './webhooks/EditWebhookPage';
import { NewWebhookPage } from './webhooks/NewWebhookPage';
import { WebhookPage } from './webhooks/WebhookPage';
import { WebhooksPage } from './webhooks/WebhooksPage';
import '../../styles/settings.css';

/** All pages below /settings. */
export default function SettingsPages() {
  const { scopes } = useSession();
  const barred = PLACES.filter(({ scope }) => scope !== undefined && !holds(scopes, scope));
  const first = PLACES.find((place) => !barred.includes(place))?.href ?? '/settings/account';
  return (
    <Switch>
      <Route path="/settings">
        <Redirect to={first} replace />
      </Route>
      {barred.map(({ href, name }) => (
        <Route key={href} path={`${href}/*?`}>
          <Barred name={name} />
        </Route>
      ))}
      <Route path="/settings/team" component={TeamPage} />
      <Route path="/settings/team/invite" component={InvitePage} />
      <Route path="/settings/team/:id">{({ id }) => <MemberPage key={id} id={id} />}</Route>
      <Route path="/settings/keys" component={KeysPage} />
      <Route path="/settings/keys/new" component={NewKeyPage} />
      <Route path="/settings/keys/:id">{({ id }) => <KeyPage key={id} id={id} />}</Route>
      <Route path="/settings/webhooks" component={WebhooksPage} />
      <Route path="/settings/webhooks/new" component={NewWebhookPage} />
      <Route path="/settings/webhooks/:id">{({ id }) => <WebhookPage key={id} id={id} />}</Route>
      <Route path="/settings/webhooks/:id/edit">{({ id }) => <EditWebhookPage key={id} id={id} />}</Route>
      <Route path="/settings/webhooks/:webhook/deliveries/:id">{({ webhook, id }) => <DeliveryPage key={id} webhook={webhook} id={id} />}</Route>
      <Route path="/settings/usage" component={UsagePage} />
      <Route path="/settings/usage/budgets/new" component={NewBudgetPage} />
      <Route path="/settings/usage/budgets/:subject">{({ subject }) => <BudgetPage key={subject} subject={subject} />}</Route>
      <Route path="/settings/audit" component={AuditPage} />
      <Route path="/settings/audit/:id">{({ id }) => <EntryPage key={id} id={id} />}</Route>
      <Route path="/settings/organization" component={OrganizationPage} />
      <Route path="/settings/account" component={AccountPage} />
      <Route component={NotFound} />
    </Switch>
  );
}

/** A place that the role of who is signed in does not lead to. */
function Barred({ name }: { readonly name: (typeof PLACES)[number]['name'] }) {
  const text = useText(settingsTexts);
  const common = useText(commonTexts);
  return (
    <SettingsPage title={text[name]}>
      <p className="note">{common.notAllowed}</p>
    </SettingsPage>
  );
}
