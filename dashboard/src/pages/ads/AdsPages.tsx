import { Route, Switch } from 'wouter';
import { Page } from '../../parts/Page';
import { Tabs } from '../../parts/Tabs';
import { useMay } from '../../session/useSession';
import { NotFound } from '../../shell/Pages';
import { useText } from '../../text';
import { commonTexts } from '../../text/common.texts';
import { adsTexts } from './ads.texts';
import { BreaksPage } from './breaks/BreaksPage';
import { CampaignPage } from './campaigns/CampaignPage';
import { CampaignsPage } from './campaigns/CampaignsPage';
import { CreativesPage } from './creatives/CreativesPage';
import { ReportPage } from './report/ReportPage';

/** All pages below /ads. */
export default function AdsPages() {
  const text = useText(adsTexts);
  const { notAllowed } = useText(commonTexts);
  if (!useMay('ads:read')) {
    return (
      <Page title={text.ads}>
        <p className="note">{notAllowed}</p>
      </Page>
    );
  }
  return (
    <>
      <Tabs
        label={text.ads}
        tabs={[
          ['/ads', text.campaigns],
          ['/ads/creatives', text.creatives],
          ['/ads/breaks', text.breaks],
          ['/ads/report', text.report],
        ]}
      />
      <Switch>
        <Route path="/ads" component={CampaignsPage} />
        <Route path="/ads/creatives" component={CreativesPage} />
        <Route path="/ads/breaks" component={BreaksPage} />
        <Route path="/ads/report" component={ReportPage} />
        <Route path="/ads/campaigns/new">
          <CampaignPage id={undefined} />
        </Route>
        <Route path="/ads/campaigns/:id">{({ id }) => <CampaignPage key={id} id={id} />}</Route>
        <Route component={NotFound} />
      </Switch>
    </>
  );
}
