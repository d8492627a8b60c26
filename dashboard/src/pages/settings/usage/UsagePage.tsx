import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { SettingsPage } from '../SettingsPage';
import { settingsTexts } from '../settings.texts';
import { Budgets } from './Budgets';
import { Cost } from './Cost';
import { usageTexts } from './usage.texts';
import { WasteList } from './WasteList';

/** What was spent, what may be spent, and what is spent for nothing. */
export function UsagePage() {
  const settings = useText(settingsTexts);
  const text = useText(usageTexts);
  const seesWaste = useMay('ops:read');
  return (
    <SettingsPage title={settings.usage} lead={text.lead}>
      <div className="stack">
        <Cost />
        <Budgets />
        {seesWaste && <WasteList />}
      </div>
    </SettingsPage>
  );
}
