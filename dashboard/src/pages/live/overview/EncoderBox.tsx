import { useState } from 'react';
import type { Channel } from '../../../api/schema';
import { Button } from '../../../parts/Button';
import { CopyField } from '../../../parts/CopyField';
import { Section } from '../../../parts/Page';
import { QrCode } from '../../../parts/QrCode';
import { fill, useText } from '../../../text';
import { isPushed } from '../status';
import { isMasked, rtmpAddress, srtAddress } from './ingest';
import { KeyActions } from './KeyActions';
import { ObsGuide } from './ObsGuide';
import { overviewTexts } from './overview.texts';

/** What an encoder needs to send here, or where the channel is read from. */
export function EncoderBox({ channel }: { readonly channel: Channel }) {
  const text = useText(overviewTexts);
  const { ingest } = channel;
  if (!isPushed(ingest.protocol)) {
    return (
      <Section title={text.connectSource}>
        <p className="fine">{text.sourceLead}</p>
        {ingest.url !== null && <CopyField label={text.sourceAddress} value={ingest.url} />}
        {ingest.stream_id !== null && <CopyField label={text.streamId} value={ingest.stream_id} />}
      </Section>
    );
  }
  return (
    <Section title={text.connectTitle}>
      {ingest.url === null ? <p className="hint">{text.addressLater}</p> : <CopyField label={text.serverUrl} value={ingest.url} />}
      {ingest.second_url !== null && <CopyField label={text.secondUrl} value={ingest.second_url} hint={text.secondHint} />}
      {ingest.stream_key !== null && <Secret label={text.streamKey} value={ingest.stream_key} />}
      {ingest.passphrase !== null && <Secret label={text.passphrase} value={ingest.passphrase} />}
      <SrtAddress channel={channel} />
      {ingest.allowed_cidrs.length > 0 && <p className="hint">{fill(text.allowedOnly, { ranges: ingest.allowed_cidrs.join(', ') })}</p>}
      <ObsGuide channel={channel} />
      <Phone channel={channel} />
      <Backup channel={channel} />
      <KeyActions channel={channel} />
    </Section>
  );
}

function Secret({ label, value }: { readonly label: string; readonly value: string }) {
  const text = useText(overviewTexts);
  return isMasked(value) ? (
    <p className="hint">{text.keyHidden}</p>
  ) : (
    // Another secret is hidden again.
    <CopyField key={value} label={label} value={value} secret hint={text.keyWarning} />
  );
}

function SrtAddress({ channel }: { readonly channel: Channel }) {
  const text = useText(overviewTexts);
  const address = srtAddress(channel);
  return address === undefined || isMasked(address) ? null : (
    <CopyField key={address} label={text.srtAddress} value={address} secret hint={text.srtHint} />
  );
}

function Phone({ channel }: { readonly channel: Channel }) {
  const text = useText(overviewTexts);
  const [shown, setShown] = useState(false);
  const address = rtmpAddress(channel.ingest.url, channel.ingest.stream_key) ?? srtAddress(channel);
  if (address === undefined || isMasked(address)) {
    return null;
  }
  return (
    <details className="more" onToggle={(event) => !event.currentTarget.open && setShown(false)}>
      <summary>{text.phoneTitle}</summary>
      <div className="stack">
        <p className="hint">{text.phoneLead}</p>
        {shown ? (
          <QrCode value={address} label={text.phoneCode} />
        ) : (
          <Button onClick={() => setShown(true)}>{text.phoneShow}</Button>
        )}
      </div>
    </details>
  );
}

function Backup({ channel }: { readonly channel: Channel }) {
  const text = useText(overviewTexts);
  const { backup } = channel.ingest;
  return backup === null ? null : (
    <div className="stack backup">
      <h3>{text.backupTitle}</h3>
      <p className="hint">{text.backupLead}</p>
      {backup.url === null ? <p className="hint">{text.addressLater}</p> : <CopyField label={`${text.backupTitle}: ${text.serverUrl}`} value={backup.url} />}
      {backup.second_url !== null && <CopyField label={`${text.backupTitle}: ${text.secondUrl}`} value={backup.second_url} />}
      <Secret label={`${text.backupTitle}: ${text.streamKey}`} value={backup.stream_key} />
    </div>
  );
}
