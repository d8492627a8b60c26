import type { Problem } from '../api/problem';
import { useLanguage, useText } from '../text';
import { commonTexts } from '../text/common.texts';

/** Tells what went wrong, what to do, and the id to quote; nothing when nothing did. */
export function ProblemNote({ problem }: { readonly problem: Problem | undefined }) {
  const text = useText(commonTexts);
  const language = useLanguage();
  if (problem === undefined) {
    return null;
  }
  const offline = problem.code === 'offline';
  const title = offline ? text.offlineTitle : ((language === 'en' ? undefined : text.problem[problem.code]) ?? problem.title);
  return (
    <div className="note note-bad" role="alert">
      <p className="note-title">{title}</p>
      {offline ? <p>{text.offlineDetail}</p> : problem.detail !== null && <p>{problem.detail}</p>}
      {problem.violations.length > 0 && (
        <ul>
          {problem.violations.map((violation) => (
            <li key={`${violation.field} ${violation.code} ${violation.detail}`}>
              {violation.field !== '' && <strong>{violation.field}: </strong>}
              {violation.detail}
            </li>
          ))}
        </ul>
      )}
      {problem.requestId !== null && (
        <p className="note-fine">
          {text.requestId} <code>{problem.requestId}</code>
        </p>
      )}
    </div>
  );
}
