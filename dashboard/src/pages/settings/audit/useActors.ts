import { answer, api } from '../../../api/client';
import { useOne } from '../../../data/useOne';
import { useMay } from '../../../session/useSession';
import { fill, useText } from '../../../text';
import { isolated } from '../../../text/quoted';
import { auditTexts } from './audit.texts';

/** Who could have changed something: ids and their names, as far as one may see them. */
export function useActors(): ReadonlyMap<string, string> {
  const text = useText(auditTexts);
  const members = useOne(['member', 'names'], (signal) => answer(api.GET('/v1/members', { params: { query: { limit: 100 } }, signal })), {
    enabled: useMay('members:read'),
    every: 60_000,
  });
  const keys = useOne(['api_key', 'names'], (signal) => answer(api.GET('/v1/api-keys', { params: { query: { limit: 100 } }, signal })), {
    enabled: useMay('api-keys:read'),
    every: 60_000,
  });
  return new Map([
    ...(members.value?.data ?? []).map(({ id, email }) => [id, email] as const),
    ...(keys.value?.data ?? []).map(({ id, name }) => [id, fill(text.key, { name: isolated(name) })] as const),
  ]);
}
