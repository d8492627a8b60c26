import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Versioned } from '../../../api/client';
import type { Campaign } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { useOne } from '../../../data/useOne';
import { Button } from '../../../parts/Button';
import { ConfirmButton } from '../../../parts/ConfirmButton';
import { Loaded } from '../../../parts/Loaded';
import { useNotice } from '../../../parts/Notices';
import { Page } from '../../../parts/Page';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { changeCampaign, createCampaign, deleteCampaign, getCampaign } from '../ads';
import { adsTexts } from '../ads.texts';
import { CampaignForm } from './CampaignForm';
import { draftOf, NEW_DRAFT, requestOf, type Draft } from './campaign';

/** A campaign, to be read and changed; without an id, a new one. */
export function CampaignPage({ id }: { readonly id: string | undefined }) {
  return id === undefined ? <NewCampaign /> : <OldCampaign id={id} />;
}

function NewCampaign() {
  const text = useText(adsTexts);
  const [, go] = useLocation();
  const creation = useCommand((draft: Draft, key) => createCampaign(requestOf(draft), key), ['campaign']);
  const submit = async (draft: Draft) => {
    if ((await creation.run(draft)) !== undefined) {
      go('/ads', { replace: true });
    }
  };
  return (
    <Page title={text.newCampaign} back={['/ads', text.toCampaigns]}>
      <CampaignForm
        draft={NEW_DRAFT}
        submit={text.createCampaign}
        busy={creation.busy}
        problem={creation.problem}
        onSubmit={(draft) => void submit(draft)}
      />
    </Page>
  );
}

function OldCampaign({ id }: { readonly id: string }) {
  const text = useText(adsTexts);
  // What is being written is not overtaken by news: a change made elsewhere is found out when this one is saved.
  const told = useOne(['campaign', id], (signal) => getCampaign(id, signal), { every: false });
  const [begun, setBegun] = useState<Versioned<Campaign>>();
  useEffect(() => {
    if (told.value !== undefined) {
      setBegun((was) => was ?? told.value);
    }
  }, [told.value]);
  if (told.problem?.status === 404) {
    return (
      <Page title={text.campaignGone}>
        <Link href="/ads">{text.toCampaigns}</Link>
      </Page>
    );
  }
  return (
    <Loaded of={{ ...told, value: begun }}>
      {(campaign) => <Editor key={campaign.etag} campaign={campaign} onChanged={setBegun} latest={told.value} />}
    </Loaded>
  );
}

interface EditorProps {
  readonly campaign: Versioned<Campaign>;
  readonly latest: Versioned<Campaign> | undefined;
  readonly onChanged: (campaign: Versioned<Campaign>) => void;
}

function Editor({ campaign, latest, onChanged }: EditorProps) {
  const text = useText(adsTexts);
  const common = useText(commonTexts);
  const say = useNotice();
  const may = useMay('ads:write');
  const { id, name } = campaign.value;
  const change = useCommand((draft: Draft) => changeCampaign(id, campaign.etag, requestOf(draft)), ['campaign']);
  const submit = async (draft: Draft) => {
    const changed = await change.run(draft);
    if (changed !== undefined) {
      say(common.saved);
      onChanged(changed);
    }
  };
  const overtaken = change.problem?.status === 412 && latest !== undefined && latest.etag !== campaign.etag;
  return (
    <Page title={name} back={['/ads', text.toCampaigns]} actions={may && <Removal id={id} />}>
      {overtaken && (
        <div className="note row row-between" role="alert">
          {text.changedElsewhere}
          <Button onClick={() => onChanged(latest)}>{text.showLatest}</Button>
        </div>
      )}
      <CampaignForm
        draft={draftOf(campaign.value)}
        submit={common.save}
        busy={change.busy}
        problem={overtaken ? undefined : change.problem}
        readOnly={!may}
        onSubmit={(draft) => void submit(draft)}
      />
    </Page>
  );
}

function Removal({ id }: { readonly id: string }) {
  const text = useText(adsTexts);
  const common = useText(commonTexts);
  const [, go] = useLocation();
  const removal = useCommand(() => deleteCampaign(id), ['campaign']);
  return (
    <ConfirmButton
      name={common.remove}
      title={text.deleteCampaign}
      confirm={common.remove}
      cancel={common.cancel}
      command={removal}
      onDone={() => go('/ads', { replace: true })}
    >
      <p>{text.deleteCampaignLead}</p>
    </ConfirmButton>
  );
}
