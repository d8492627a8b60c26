import { useState } from 'react';
import type { Creative } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { usePages } from '../../../data/usePages';
import { Button } from '../../../parts/Button';
import { ConfirmButton } from '../../../parts/ConfirmButton';
import { Empty } from '../../../parts/Empty';
import { formatClock } from '../../../parts/format';
import { LoadedList } from '../../../parts/Loaded';
import { Page } from '../../../parts/Page';
import { Pill } from '../../../parts/Pill';
import { Table } from '../../../parts/Table';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { deleteCreative, listCreatives } from '../ads';
import { adsTexts } from '../ads.texts';
import { CreativeDialog } from './CreativeDialog';

/** The films that can be shown in breaks. */
export function CreativesPage() {
  const text = useText(adsTexts);
  const may = useMay('ads:write');
  const creatives = usePages(['creative', 'list'], listCreatives);
  const [editing, setEditing] = useState<Creative | 'new'>();
  const make = may && (
    <Button look="main" onClick={() => setEditing('new')}>
      {text.newCreative}
    </Button>
  );
  return (
    <Page title={text.creatives} actions={creatives.all?.length === 0 ? undefined : make}>
      <LoadedList
        of={creatives}
        empty={
          <Empty title={text.noCreativesTitle} lead={text.noCreativesLead}>
            {make}
          </Empty>
        }
      >
        {(all) => <Creatives all={all} onEdit={may ? setEditing : undefined} />}
      </LoadedList>
      {editing !== undefined && (
        <CreativeDialog creative={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </Page>
  );
}

interface CreativesProps {
  readonly all: readonly Creative[];
  readonly onEdit: ((creative: Creative) => void) | undefined;
}

function Creatives({ all, onEdit }: CreativesProps) {
  const text = useText(adsTexts);
  const common = useText(commonTexts);
  return (
    <div className="card">
      <Table
        label={text.creatives}
        rows={all}
        keyOf={({ id }) => id}
        columns={[
          { name: common.name, cell: ({ name }) => <bdi>{name}</bdi> },
          {
            name: common.status,
            cell: ({ status }) => <Pill tone={status === 'ready' ? 'ready' : 'bad'}>{text.creativeStatus[status]}</Pill>,
          },
          {
            name: text.length,
            number: true,
            cell: ({ duration_seconds: seconds }) => (typeof seconds === 'number' ? formatClock(seconds) : common.unknown),
          },
          { name: text.picture, number: true, cell: ({ width, height }) => (width && height ? `${width} × ${height}` : common.unknown) },
          { name: text.clickThrough, cell: ({ click_through_url: url }) => <bdi>{url ?? '–'}</bdi> },
          ...(onEdit === undefined
            ? []
            : [{ name: common.edit, cell: (creative: Creative) => <Actions creative={creative} onEdit={onEdit} /> }]),
        ]}
      />
    </div>
  );
}

interface ActionsProps {
  readonly creative: Creative;
  readonly onEdit: (creative: Creative) => void;
}

function Actions({ creative, onEdit }: ActionsProps) {
  const text = useText(adsTexts);
  const common = useText(commonTexts);
  const removal = useCommand(() => deleteCreative(creative.id), ['creative', 'campaign']);
  return (
    <span className="row">
      <Button look="plain" aria-label={`${common.edit}: ${creative.name}`} onClick={() => onEdit(creative)}>
        {common.edit}
      </Button>
      <ConfirmButton
        look="plain"
        name={common.remove}
        label={`${common.remove}: ${creative.name}`}
        title={text.deleteCreative}
        confirm={common.remove}
        cancel={common.cancel}
        command={removal}
      >
        <p>{text.deleteCreativeLead}</p>
      </ConfirmButton>
    </span>
  );
}
