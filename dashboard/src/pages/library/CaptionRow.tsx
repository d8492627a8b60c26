import type { Caption } from '../../api/schema';
import { useCommand } from '../../data/useCommand';
import { ConfirmButton } from '../../parts/ConfirmButton';
import { Pill } from '../../parts/Pill';
import { useMay } from '../../session/useSession';
import { fill, useLanguage, useText, wordOf } from '../../text';
import { commonTexts } from '../../text/common.texts';
import { quoted } from '../../text/quoted';
import { deleteCaption, languageName, toneOfCaption } from './captions';
import { captionTexts } from './captions.texts';

/** One language, how far it is, and what can be done with it. */
export function CaptionRow({ caption }: { readonly caption: Caption }) {
  const text = useText(captionTexts);
  const language = useLanguage();
  const mayWrite = useMay('assets:write');
  const { name, status } = caption;
  return (
    <div className="upload-row">
      <div className="row row-between">
        <strong className="upload-name">
          <bdi lang={caption.language}>{name}</bdi>
        </strong>
        <div className="row">
          <Pill tone={toneOfCaption(status)}>{wordOf(text.status, status)}</Pill>
          {caption.url !== null && (
            <a href={caption.url} target="_blank" rel="noreferrer" aria-label={fill(text.openNamed, { name })}>
              {text.open}
            </a>
          )}
          {mayWrite && status !== 'deleted' && <Remove caption={caption} />}
        </div>
      </div>
      <p className="fine">
        {languageName(caption.language, language)} <code>{caption.language}</code>
      </p>
      {caption.status_reason !== null && <p className="reason">{caption.status_reason}</p>}
    </div>
  );
}

function Remove({ caption }: { readonly caption: Caption }) {
  const text = useText(captionTexts);
  const common = useText(commonTexts);
  const remove = useCommand(() => deleteCaption(caption), ['caption']);
  return (
    <ConfirmButton
      name={common.remove}
      label={fill(text.removeNamed, { name: caption.name })}
      title={text.removeTitle}
      confirm={text.removeYes}
      cancel={text.removeNo}
      command={remove}
    >
      <p>{fill(text.removeLead, { name: quoted(caption.name) })}</p>
    </ConfirmButton>
  );
}
