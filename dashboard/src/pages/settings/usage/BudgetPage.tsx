import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { answer, answerWithVersion, api } from '../../../api/client';
import { useChannels } from '../../../data/useChannels';
import { useCommand } from '../../../data/useCommand';
import { useOne } from '../../../data/useOne';
import { Button } from '../../../parts/Button';
import { SelectField, TextField } from '../../../parts/Field';
import { Form } from '../../../parts/Form';
import { Loaded, Loading } from '../../../parts/Loaded';
import { useNotice } from '../../../parts/Notices';
import { Page, Section } from '../../../parts/Page';
import { ProblemNote } from '../../../parts/ProblemNote';
import { useMay } from '../../../session/useSession';
import { useText } from '../../../text';
import { commonTexts } from '../../../text/common.texts';
import { EditForm } from '../EditForm';
import { settingsTexts } from '../settings.texts';
import { subjectOf } from './budget';
import { usageTexts } from './usage.texts';

const PLACE = '/settings/usage';

/** Sets a budget where there is none. */
export function NewBudgetPage() {
  const text = useText(usageTexts);
  const { all: channels } = useChannels();
  const budgets = useOne(['budget', 'all'], (signal) => answer(api.GET('/v1/budgets', { params: { query: { limit: 100 } }, signal })), {
    every: 10_000,
  });
  const limited = budgets.value?.data.map(subjectOf);
  const subjects = [['organization', text.everything] as const, ...(channels ?? []).map(({ id, name }) => [id, name] as const)].filter(
    ([subject]) => limited?.includes(subject) === false,
  );
  const known = channels !== undefined && limited !== undefined;
  return (
    <Frame>
      {known ? subjects.length === 0 ? <p>{text.alreadySet}</p> : <NewBudget subjects={subjects} /> : <Loading />}
      <ProblemNote problem={known ? undefined : budgets.problem} />
    </Frame>
  );
}

/** Changes a budget. */
export function BudgetPage({ subject }: { readonly subject: string }) {
  const text = useText(usageTexts);
  const [, go] = useLocation();
  const budget = useOne(['budget', subject], (signal) => answerWithVersion(api.GET('/v1/budgets/{subject}', { params: { path: { subject } }, signal })), {
    every: 10_000,
  });
  return (
    <Frame>
      <Loaded of={budget}>
        {(now) => (
          <EditForm
            label={text.budgetTitle}
            now={now}
            kind="budget"
            read={readLimit}
            change={(body, etag) =>
              answerWithVersion(api.PUT('/v1/budgets/{subject}', { params: { path: { subject }, header: { 'If-Match': etag } }, body }))
            }
            onSaved={() => go(PLACE)}
          >
            {(from) => <LimitField amount={from.limit.amount} />}
          </EditForm>
        )}
      </Loaded>
    </Frame>
  );
}

function Frame({ children }: { readonly children: ReactNode }) {
  const settings = useText(settingsTexts);
  const text = useText(usageTexts);
  const common = useText(commonTexts);
  const mayWrite = useMay('usage:write');
  return (
    <Page title={text.budgetTitle} lead={text.budgetsLead} back={[PLACE, settings.usage]}>
      {mayWrite ? (
        <div className="form-width stack">
          <div className="card">{children}</div>
          <Section title={text.whatHappens}>
            <ul className="bullets">
              {text.whatHappensRows.map((row) => (
                <li key={row}>{row}</li>
              ))}
            </ul>
          </Section>
        </div>
      ) : (
        <p className="note">{common.notAllowed}</p>
      )}
    </Page>
  );
}

function NewBudget({ subjects }: { readonly subjects: readonly (readonly [subject: string, name: string])[] }) {
  const text = useText(usageTexts);
  const common = useText(commonTexts);
  const notice = useNotice();
  const [, go] = useLocation();
  const [chosen, setSubject] = useState<string>();
  const subject = subjects.find(([each]) => each === chosen)?.[0] ?? subjects[0]?.[0] ?? '';
  const setting = useCommand(
    ({ to, ...body }: { to: string } & ReturnType<typeof readLimit>) =>
      answerWithVersion(api.PUT('/v1/budgets/{subject}', { params: { path: { subject: to } }, body })),
    ['budget'],
  );
  const set = async (values: FormData) => {
    if ((await setting.run({ to: subject, ...readLimit(values) })) !== undefined) {
      notice(common.saved);
      go(PLACE);
    }
  };
  return (
    <Form label={text.setBudget} problem={setting.problem} onSubmit={(values) => void set(values)}>
      <SelectField
        label={text.subject}
        name="subject"
        value={subject}
        onChange={setSubject}
        options={subjects}
      />
      <LimitField amount="" />
      <div className="row">
        <Button type="submit" look="main" busy={setting.busy}>
          {setting.busy ? common.saving : text.setBudget}
        </Button>
      </div>
    </Form>
  );
}

function LimitField({ amount }: { readonly amount: string }) {
  const text = useText(usageTexts);
  return <TextField label={text.limit} name="limit.amount" inputMode="decimal" required defaultValue={amount} hint={text.limitHint} />;
}

const readLimit = (values: FormData) => ({
  limit: { amount: String(values.get('limit.amount')).trim(), currency: 'USD' as const },
});
