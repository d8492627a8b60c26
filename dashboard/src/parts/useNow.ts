import { useEffect, useState } from 'react';
import { serverNow } from '../api/clock';

/** The server's time in milliseconds, told anew every so often; for countdowns and running costs. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
