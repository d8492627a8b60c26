import { answer, api } from '../../../api/client';
import type { EventType } from '../../../api/schema';
import { useOne, type One } from '../../../data/useOne';
import { pageBehind } from '../../../data/usePages';

/** Every type of event there is, those of one resource together; they change only with the installation. */
export const useEventTypes = (): One<readonly EventType[]> => useOne(['event_type', 'all'], allTypes, { every: false });

async function allTypes(signal: AbortSignal): Promise<readonly EventType[]> {
  const all: EventType[] = [];
  let cursor: string | undefined;
  do {
    const page = await answer(api.GET('/v1/event-types', { params: { query: pageBehind(cursor, 100) }, signal }));
    all.push(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}

/** Types by the resource they are about, in the order they came. */
export function byResource(types: readonly EventType[]): readonly (readonly [resource: string, types: readonly EventType[]])[] {
  const groups = new Map<string, EventType[]>();
  for (const type of types) {
    const resource = type.type.split('.')[0] ?? type.type;
    groups.set(resource, [...(groups.get(resource) ?? []), type]);
  }
  return [...groups];
}
