import { useChannels } from '../../data/useChannels';
import { usePages } from '../../data/usePages';
import { fill, useText } from '../../text';
import { listCampaigns, listCreatives } from './ads';
import { adsTexts } from './ads.texts';

/** What campaigns, creatives and channels are called. One that is gone is said to be, by its id. */
export function useNames(): (id: string) => string {
  const text = useText(adsTexts);
  const campaigns = usePages(['campaign', 'list'], listCampaigns);
  const creatives = usePages(['creative', 'list'], listCreatives);
  const channels = useChannels();
  const known = new Map([...(campaigns.all ?? []), ...(creatives.all ?? []), ...(channels.all ?? [])].map(({ id, name }) => [id, name]));
  const isAll = [campaigns, creatives, channels].every(({ all, hasMore }) => all !== undefined && !hasMore);
  return (id) => known.get(id) ?? (isAll ? fill(text.deleted, { id }) : id);
}
