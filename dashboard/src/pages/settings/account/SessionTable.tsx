import { answer, api } from '../../../api/client';
import type { SignedInSession } from '../../../api/schema';
import { useCommand } from '../../../data/useCommand';
import { pageBehind, usePages } from '../../../data/usePages';
import { Button } from '../../../parts/Button';
import { LoadedList } from '../../../parts/Loaded';
import { useNotice } from '../../../parts/Notices';
import { ProblemNote } from '../../../parts/ProblemNote';
import { Table } from '../../../parts/Table';
import { Ago } from '../../../parts/Time';
import { useText } from '../../../text';
import { settingsTexts } from '../settings.texts';
import { accountTexts } from './account.texts';
import { nameOfBrowser } from './browser';

/** Where somebody is signed in: one's own sessions, or those of a member. */
export function SessionTable({ member }: { readonly member?: string }) {
  const text = useText(accountTexts);
  const settings = useText(settingsTexts);
  const notice = useNotice();
  const sessions = usePages<SignedInSession>(['session', member ?? 'me'], (cursor, signal) => list(member, cursor, signal), { every: 10_000 });
  const ending = useCommand(
    async (id: string) => {
      await end(member, id);
      return true;
    },
    ['session'],
  );
  return (
    <>
      <ProblemNote problem={ending.problem} />
      <LoadedList of={sessions} empty={<p className="hint">{text.nowhere}</p>}>
        {(all) => (
          <Table
            label={text.sessionTable}
            rows={all}
            keyOf={(session) => session.id}
            columns={[
              { name: text.browser, cell: (session) => <Browser session={session} /> },
              { name: text.address, cell: (session) => <code>{session.address}</code> },
              { name: text.since, cell: (session) => <Ago at={session.created_at} /> },
              { name: text.used, cell: (session) => <Ago at={session.last_used_at} /> },
              {
                name: settings.action,
                cell: (session) => (
                  <Button
                    look="quiet-danger"
                    busy={ending.busy}
                    aria-label={`${text.end}: ${nameOfBrowser(session.user_agent)}, ${session.address}`}
                    onClick={() => void ending.run(session.id).then((done) => done === true && notice(text.ended))}
                  >
                    {text.end}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </LoadedList>
    </>
  );
}

function Browser({ session }: { readonly session: SignedInSession }) {
  const text = useText(accountTexts);
  return (
    <>
      <bdi title={session.user_agent}>{nameOfBrowser(session.user_agent)}</bdi>
      {session.current && <span className="fine"> ({text.thisOne})</span>}
    </>
  );
}

function list(member: string | undefined, cursor: string | undefined, signal: AbortSignal) {
  const query = pageBehind(cursor);
  return member === undefined
    ? answer(api.GET('/v1/members/me/sessions', { params: { query }, signal }))
    : answer(api.GET('/v1/members/{id}/sessions', { params: { path: { id: member }, query }, signal }));
}

function end(member: string | undefined, session_id: string) {
  return member === undefined
    ? answer(api.DELETE('/v1/members/me/sessions/{session_id}', { params: { path: { session_id } } }))
    : answer(api.DELETE('/v1/members/{id}/sessions/{session_id}', { params: { path: { id: member, session_id } } }));
}
