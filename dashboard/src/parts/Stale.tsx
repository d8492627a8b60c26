import { useEffect, useState } from 'react';
import { fill, useText } from '../text';

const OLD_MS = 8000;

/** Says so when what is shown is no longer fresh. */
export function Stale({ asOf }: { asOf: number | undefined }) {
  const text = useText();
  const [now, setNow] = useState(Date.now);

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);

  const age = asOf === undefined ? 0 : now - asOf;
  return age < OLD_MS ? null : (
    <p className="note" role="status">
      {fill(text.staleSince, { seconds: Math.floor(age / 1000) })}
    </p>
  );
}
