import type { Problem } from '../api/problem';
import { useText } from '../text';

/** Tells what went wrong, what to do, and the id to quote; nothing when nothing did. */
export function ProblemNote({ problem }: { problem: Problem | undefined }) {
  const text = useText();
  if (problem === undefined) {
    return null;
  }
  const offline = problem.code === 'offline';
  return (
    <div className="note note-bad" role="alert">
      <p className="note-title">{offline ? text.offlineTitle : problem.title}</p>
      {offline ? <p>{text.offlineDetail}</p> : problem.detail !== null && <p>{problem.detail}</p>}
      {problem.violations.length > 0 && (
        <ul>
          {problem.violations.map((violation) => (
            <li key={`${violation.field} ${violation.code}`}>
              {violation.field !== '' && <strong>{text.field[violation.field] ?? violation.field}: </strong>}
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
