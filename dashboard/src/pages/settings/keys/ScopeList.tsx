const SHOWN = 4;

/** What a key may do, as the API says it; of many, the first few. */
export function ScopeList({ scopes, all = false }: { readonly scopes: readonly string[]; readonly all?: boolean }) {
  const shown = all ? scopes : scopes.slice(0, SHOWN);
  return (
    <span className="scopes" title={scopes.join(' ')}>
      {shown.map((scope) => (
        <code key={scope}>{scope}</code>
      ))}
      {shown.length < scopes.length && <span className="fine">+{scopes.length - shown.length}</span>}
    </span>
  );
}
