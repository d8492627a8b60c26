import type { Member } from '../../../api/schema';
import { useText } from '../../../text';
import { settingsTexts } from '../settings.texts';
import { teamTexts } from './team.texts';

/** From most to least. Source: docs/identity.md. */
export const ROLES = ['owner', 'operator', 'streamer', 'partner', 'viewer'] as const satisfies readonly Member['role'][];

/** The role a form was filled with. */
export const roleOf = (values: FormData): Member['role'] => ROLES.find((role) => role === values.get('role')) ?? 'viewer';

/** A choice of roles, each with what it may do. */
export function RoleField({ chosen, disabled = false }: { readonly chosen: Member['role']; readonly disabled?: boolean }) {
  const text = useText(teamTexts);
  const { roleWord } = useText(settingsTexts);
  return (
    <fieldset className="field" disabled={disabled}>
      <legend>{text.role}</legend>
      {ROLES.map((role) => (
        <label key={role} className="choice">
          <input type="radio" name="role" value={role} defaultChecked={role === chosen} />
          <span>
            <strong>{roleWord[role]}</strong>
            <span className="hint">{text.can[role]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
