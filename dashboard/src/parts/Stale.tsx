import { fill, useText } from '../text';
import { commonTexts } from '../text/common.texts';
import { useNow } from './useNow';

/** Says so when what is shown is no longer fresh. `asOf` is of the browser's clock; 0 when there was nothing yet. */
export function Stale({ asOf, oldAfter }: { readonly asOf: number; readonly oldAfter: number }) {
  const text = useText(commonTexts);
  useNow(1000);
  const age = asOf === 0 ? 0 : Date.now() - asOf;
  return age < oldAfter ? null : (
    <p className="note" role="status">
      {fill(text.staleSince, { seconds: Math.floor(age / 1000) })}
    </p>
  );
}
