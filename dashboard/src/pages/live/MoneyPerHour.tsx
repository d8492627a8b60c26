import type { Money } from '../../api/schema';
import { formatMoney } from '../../parts/format';
import { fill, useLanguage } from '../../text';

/** An amount for each currency in the `{amount}` of a sentence; nothing while it is not known, or when it is nothing. */
export function MoneyPerHour({ sentence, amounts }: { readonly sentence: string; readonly amounts: readonly Money[] | undefined }) {
  const language = useLanguage();
  const shown = (amounts ?? []).map((money) => formatMoney(money, language, 3));
  return shown.length === 0 ? null : fill(sentence, { amount: shown.join(' + ') });
}
