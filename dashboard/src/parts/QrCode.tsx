import { useMemo } from 'react';
import { encode } from 'uqr';

/** Light around the code; scanners need four modules of it. */
const QUIET = 4;

/** A value to scan with a phone; dark on light also in the dark theme, as scanners expect. */
export function QrCode({ value, label }: { readonly value: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(value, { border: QUIET, ecc: 'M' });
    const dark = code.data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: code.size, path: dark.join('') };
  }, [value]);
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
