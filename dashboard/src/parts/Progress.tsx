/** How far something has come, 0 to 100. */
export function Progress({ label, percent }: { readonly label: string; readonly percent: number }) {
  const whole = Math.max(0, Math.min(100, Math.floor(percent)));
  return (
    <div className="progress">
      <progress max={100} value={whole} aria-label={label} />
      <span className="fine">{whole}%</span>
    </div>
  );
}
