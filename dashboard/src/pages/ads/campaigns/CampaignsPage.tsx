import { Link } from 'wouter';
import type { Campaign } from '../../../api/schema';
import { usePages } from '../../../data/usePages';
import { Empty } from '../../../parts/Empty';
import { formatTime } from '../../../parts/format';
import { LoadedList } from '../../../parts/Loaded';
import { Page } from '../../../parts/Page';
import { Pill } from '../../../parts/Pill';
import { Table } from '../../../parts/Table';
import { useNow } from '../../../parts/useNow';
import { useMay } from '../../../session/useSession';
import { useLanguage, useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { listCampaigns } from '../ads';
import { adsTexts } from '../ads.texts';
import { momentOf, toneOf } from './campaign';

/** What is sold, and what of it is shown now. */
export function CampaignsPage() {
  const text = useText(adsTexts);
  const may = useMay('ads:write');
  const campaigns = usePages(['campaign', 'list'], listCampaigns);
  const make = may && (
    <Link href="/ads/campaigns/new" className="button button-main">
      {text.newCampaign}
    </Link>
  );
  return (
    <Page title={text.campaigns} actions={campaigns.all?.length === 0 ? undefined : make}>
      <LoadedList
        of={campaigns}
        empty={
          <Empty title={text.noCampaignsTitle} lead={text.noCampaignsLead}>
            {make}
          </Empty>
        }
      >
        {(all) => <Campaigns all={all} />}
      </LoadedList>
    </Page>
  );
}

function Campaigns({ all }: { readonly all: readonly Campaign[] }) {
  const text = useText(adsTexts);
  const common = useText(commonTexts);
  const language = useLanguage();
  const now = useNow(5000);
  return (
    <div className="card">
      <Table
        label={text.campaigns}
        rows={all}
        keyOf={({ id }) => id}
        columns={[
          {
            name: common.name,
            cell: ({ id, name }) => (
              <Link href={`/ads/campaigns/${id}`}>
                <bdi>{name}</bdi>
              </Link>
            ),
          },
          {
            name: common.status,
            cell: (campaign) => {
              const moment = momentOf(campaign, now);
              return <Pill tone={toneOf[moment]}>{text.campaignStatus[moment]}</Pill>;
            },
          },
          {
            name: text.flight,
            cell: ({ starts_at, ends_at }) =>
              `${starts_at ? formatTime(starts_at, language) : text.atOnce} – ${ends_at ? formatTime(ends_at, language) : text.never}`,
          },
          { name: text.creatives, number: true, cell: ({ creative_ids }) => creative_ids.length },
          { name: text.weight, number: true, cell: ({ weight }) => weight },
        ]}
      />
    </div>
  );
}
