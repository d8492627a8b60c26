/** A field that is another after a change; undefined where there was none. */
export interface FieldChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Which fields a change changed, in the order of their names; those inside others as `ads.enabled`. */
export function changesOf(before: unknown, after: unknown): readonly FieldChange[] {
  const [was, is] = [fields(before), fields(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => was.get(path) !== is.get(path))
    .sort()
    .map((path) => ({ path, before: was.get(path), after: is.get(path) }));
}

function fields(value: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (part: unknown, path: string) => {
    if (typeof part === 'object' && part !== null && !Array.isArray(part)) {
      Object.entries(part).forEach(([name, inside]) => walk(inside, path === '' ? name : `${path}.${name}`));
    } else if (path !== '' && part !== undefined && part !== null) {
      found.set(path, typeof part === 'string' ? part : JSON.stringify(part));
    }
  };
  walk(value, '');
  return found;
}
