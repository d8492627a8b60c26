import { useLanguage } from '../text';
import { formatAgo, formatTime } from './format';
import { useNow } from './useNow';

/** An instant, in local time; the exact one is told on request. */
export function Time({ at, seconds = false }: { readonly at: string; readonly seconds?: boolean }) {
  const language = useLanguage();
  return (
    <time dateTime={at} title={at}>
      {formatTime(at, language, seconds)}
    </time>
  );
}

/** How long ago an instant is, kept true as time goes by. */
export function Ago({ at }: { readonly at: string }) {
  const language = useLanguage();
  const now = useNow(5000);
  return (
    <time dateTime={at} title={formatTime(at, language, true)}>
      {formatAgo(at, language, now)}
    </time>
  );
}
