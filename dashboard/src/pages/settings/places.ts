/** A page of the settings: its address, its name and the scope it needs; none for everybody. */
export interface Place {
  readonly href: `/settings/${string}`;
  readonly name: 'team' | 'keys' | 'webhooks' | 'usage' | 'audit' | 'organization' | 'account';
  readonly scope?: string;
}

/** In the order in which they are shown. */
export const PLACES: readonly Place[] = [
  { href: '/settings/team', name: 'team', scope: 'members:read' },
  { href: '/settings/keys', name: 'keys', scope: 'api-keys:read' },
  { href: '/settings/webhooks', name: 'webhooks', scope: 'webhooks:read' },
  { href: '/settings/usage', name: 'usage', scope: 'usage:read' },
  { href: '/settings/audit', name: 'audit', scope: 'audit:read' },
  { href: '/settings/organization', name: 'organization', scope: 'organizations:read' },
  { href: '/settings/account', name: 'account' },
];
