/** The colour a state is shown in; its word is always shown, too. */
export type Tone = 'quiet' | 'busy' | 'ready' | 'live' | 'bad';

export function Pill({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={`pill pill-${tone}`}>
      <span className="pill-dot" aria-hidden="true" />
      {children}
    </span>
  );
}
