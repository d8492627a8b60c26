import { useState, type FormEvent } from 'react';
import { createChannel, listLadders } from '../api/channels';
import { go } from '../hooks/route';
import { useAction } from '../hooks/useAction';
import { useOnce } from '../hooks/useOnce';
import { useNoticeLost } from '../hooks/useSession';
import { useTitle } from '../hooks/useTitle';
import { Link } from '../parts/Link';
import { ProblemNote } from '../parts/ProblemNote';
import { useText } from '../text';

/** What the API takes when nothing is chosen. */
const USUAL_LADDER = '720p';

export function NewChannel() {
  const text = useText();
  useTitle(text.newChannel);
  const ladders = useOnce(listLadders);
  const [chosen, setChosen] = useState<string>();
  const creation = useAction(async (key, name: string, ladder: string) => {
    const channel = await createChannel(name, ladder, key);
    go({ page: 'channel', id: channel.id }, 'replace');
  });
  useNoticeLost(creation.problem ?? ladders.problem);

  const choices = ladders.value?.data ?? [];
  const ladder = chosen ?? (choices.find((choice) => choice.name === USUAL_LADDER) ?? choices[0])?.name;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (ladder !== undefined) {
      void creation.run(name, ladder);
    }
  };

  return (
    <form className="card narrow" onSubmit={submit}>
      <h1>{text.newChannel}</h1>
      <ProblemNote problem={creation.problem ?? ladders.problem} />
      <div className="field">
        <label htmlFor="name">{text.name}</label>
        <input
          id="name"
          name="name"
          required
          maxLength={255}
          autoComplete="off"
          placeholder={text.namePlaceholder}
          aria-describedby="name-hint"
          autoFocus
        />
        <p id="name-hint" className="hint">
          {text.nameHint}
        </p>
      </div>
      <fieldset className="field">
        <legend>{text.quality}</legend>
        {choices.map((choice) => (
          <label key={choice.name} className="choice">
            <input
              type="radio"
              name="ladder"
              value={choice.name}
              checked={choice.name === ladder}
              onChange={() => setChosen(choice.name)}
            />
            <span>
              <strong>{choice.name}</strong>
              <span className="fine">{choice.description}</span>
            </span>
          </label>
        ))}
        {choices.length === 0 && ladders.problem === undefined && <p className="hint">{text.loading}</p>}
      </fieldset>
      <div className="row row-between">
        <span className="fine">{text.costNothingYet}</span>
        <span className="row push">
          <Link to={{ page: 'channels' }} className="button">
            {text.cancel}
          </Link>
          <button type="submit" className="button button-main" disabled={creation.busy || ladder === undefined}>
            {creation.busy ? text.creating : text.createChannel}
          </button>
        </span>
      </div>
    </form>
  );
}
