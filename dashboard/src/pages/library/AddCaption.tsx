import { useState } from 'react';
import type { CaptionRequest } from '../../api/schema';
import { useCommand } from '../../data/useCommand';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { SelectField, TextAreaField, TextField } from '../../parts/Field';
import { Form } from '../../parts/Form';
import { useNotice } from '../../parts/Notices';
import { useLanguage, useText } from '../../text';
import { commonTexts } from '../../text/common.texts';
import { addCaption, LANGUAGES, languageName, toWebVtt } from './captions';
import { captionTexts } from './captions.texts';
import { FilePicker } from './FilePicker';

const LONGEST_NAME = 255;
const LONGEST_TAG = 35;
const OTHER = '';

export function AddCaption({ assetId }: { readonly assetId: string }) {
  const text = useText(captionTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.add}</Button>
      {open && <AddDialog assetId={assetId} onClose={() => setOpen(false)} />}
    </>
  );
}

function AddDialog({ assetId, onClose }: { readonly assetId: string; readonly onClose: () => void }) {
  const text = useText(captionTexts);
  const common = useText(commonTexts);
  const shownIn = useLanguage();
  const say = useNotice();
  const [choice, setChoice] = useState<string>(shownIn);
  const [tag, setTag] = useState('');
  const [named, setNamed] = useState<string>();
  const [webvtt, setWebvtt] = useState('');
  const [unread, setUnread] = useState(false);
  const [tried, setTried] = useState(false);
  const add = useCommand((request: CaptionRequest, key) => addCaption(assetId, request, key), ['caption']);

  const language = choice === OTHER ? tag.trim() : choice;
  // Until somebody types another, it is what those who speak the language call it.
  const name = named ?? languageName(language);
  const wrong = {
    tag: tried && language === '' ? text.tagNeeded : undefined,
    name: tried && name.trim() === '' ? text.nameNeeded : undefined,
    webvtt: tried && webvtt.trim() === '' ? text.textNeeded : undefined,
  };
  const submit = async () => {
    setTried(true);
    if (language === '' || name.trim() === '' || webvtt.trim() === '') {
      return;
    }
    if ((await add.run({ language, name: name.trim(), webvtt })) !== undefined) {
      say(text.added);
      onClose();
    }
  };
  const take = async ([file]: readonly File[]) => {
    if (file !== undefined) {
      const read = await file.text().catch(() => undefined);
      setUnread(read === undefined);
      setWebvtt((before) => (read === undefined ? before : toWebVtt(read)));
    }
  };

  return (
    <Dialog title={text.addTitle} wide onClose={onClose}>
      <Form label={text.addTitle} problem={add.problem} onSubmit={() => void submit()} className="stack caption-form">
        <SelectField
          name={choice === OTHER ? 'choice' : 'language'}
          label={text.language}
          value={choice}
          onChange={setChoice}
          options={[...LANGUAGES.map((one) => [one, languageName(one, shownIn)] as const), [OTHER, text.other]]}
        />
        {choice === OTHER && (
          <TextField name="language" label={text.tag} hint={text.tagHint} maxLength={LONGEST_TAG} value={tag} wrong={wrong.tag} onChange={(event) => setTag(event.target.value)} />
        )}
        <TextField name="name" label={text.name} maxLength={LONGEST_NAME} value={name} wrong={wrong.name} onChange={(event) => setNamed(event.target.value)} />
        <FilePicker label={text.file} accept=".vtt,.srt,text/vtt,application/x-subrip" onFiles={(files) => void take(files)}>
          {(choose) => (
            <div className="row">
              <Button onClick={choose}>{text.file}</Button>
              {unread && (
                <p className="wrong" role="alert">
                  {text.unreadable}
                </p>
              )}
            </div>
          )}
        </FilePicker>
        <TextAreaField
          name="webvtt"
          label={text.text}
          hint={text.textHint}
          rows={8}
          className="mono"
          spellCheck={false}
          placeholder={'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n…'}
          value={webvtt}
          wrong={wrong.webvtt}
          onChange={(event) => setWebvtt(event.target.value)}
        />
        <div className="row row-end">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="main" type="submit" busy={add.busy}>
            {add.busy ? text.adding : text.add}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
