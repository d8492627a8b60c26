/** What the audit log can be narrowed to. */
export const FILTERS = ['actor', 'operation', 'resource_id'] as const;

export type Filter = Readonly<Partial<Record<(typeof FILTERS)[number], string>>>;

/** What a form says, without what was left empty. */
export const readFilter = (values: FormData): Filter =>
  Object.fromEntries(FILTERS.map((name) => [name, String(values.get(name) ?? '').trim()] as const).filter(([, value]) => value !== ''));
