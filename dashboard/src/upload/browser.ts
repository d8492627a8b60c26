import { serverNow } from '../api/clock';
import { Memory } from './memory';
import { sleep } from './patience';
import { server } from './server';
import { sendPart } from './transfer';
import { Uploads } from './uploads';
import { isActive } from './view';

const LOCK = 'onair.upload.';

/** The uploads that a tab of this browser is sending; none, where the browser does not tell. */
export async function heldElsewhere(): Promise<ReadonlySet<string>> {
  const held = (await navigator.locks?.query().catch(() => undefined))?.held ?? [];
  return new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])));
}

/** Where there are no locks (plain-http pages), two tabs are not kept from sending the same parts twice. */
async function alone(uploadId: string, work: () => Promise<void>): Promise<boolean> {
  if (navigator.locks === undefined) {
    await work();
    return true;
  }
  return navigator.locks.request(`${LOCK}${uploadId}`, { ifAvailable: true }, async (lock) => {
    if (lock !== null) {
      await work();
    }
    return lock !== null;
  });
}

function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

const byOrganization = new Map<string, Uploads>();

/** The uploads of an organization; what one sends is not seen by another. */
export function uploadsOf(organizationId: string): Uploads {
  const known = byOrganization.get(organizationId);
  if (known !== undefined) {
    return known;
  }
  const memory = new Memory(storage(), `onair.uploads.${organizationId}`, serverNow);
  const made = new Uploads({ server, send: sendPart, wait: sleep, memory, now: () => performance.now(), alone });
  byOrganization.set(organizationId, made);
  warnBeforeLeaving(made);
  return made;
}

/** The browser asks before a page is closed that is sending. */
function warnBeforeLeaving(uploads: Uploads): void {
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  uploads.subscribe(() => {
    if (uploads.views().some(isActive)) {
      addEventListener('beforeunload', warn);
    } else {
      removeEventListener('beforeunload', warn);
    }
  });
}
