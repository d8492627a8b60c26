/** What keys may do, by resource. Source: docs/identity.md. */
export const WORDS = {
  channels: ['read', 'write', 'control'],
  assets: ['read', 'write'],
  ads: ['read', 'write'],
  delivery: ['read', 'write'],
  webhooks: ['read', 'write'],
  events: ['read'],
  usage: ['read', 'write'],
  audit: ['read'],
  ops: ['read', 'write'],
  organizations: ['read', 'write'],
  members: ['read', 'write'],
  'api-keys': ['read', 'write'],
} as const;

export type Resource = keyof typeof WORDS;

export const RESOURCES = Object.keys(WORDS) as readonly Resource[];

export const scopesOf = (resource: Resource): readonly string[] => WORDS[resource].map((word) => `${resource}:${word}`);

const ALL: readonly string[] = RESOURCES.flatMap(scopesOf);

/** What most keys are for; `custom` begins with nothing. */
export const PRESETS = {
  everything: ['*'],
  broadcast: ['channels:read', 'channels:control'],
  library: scopesOf('assets'),
  ads: [...scopesOf('ads'), 'channels:read', 'assets:read'],
  reading: ALL.filter((scope) => scope.endsWith(':read')),
  custom: [],
} as const satisfies Record<string, readonly string[]>;

export type Preset = keyof typeof PRESETS;

/** A set of scopes with one of them in or out; whoever may change something may see it, too. */
export function withScope(chosen: readonly string[], scope: string, on: boolean): readonly string[] {
  const read = `${scope.slice(0, scope.indexOf(':'))}:read`;
  const changed = new Set(chosen);
  if (on) {
    changed.add(scope).add(read);
  } else if (scope === read) {
    scopesOf(read.slice(0, -':read'.length) as Resource).forEach((each) => changed.delete(each));
  } else {
    changed.delete(scope);
  }
  return ALL.filter((each) => changed.has(each));
}
