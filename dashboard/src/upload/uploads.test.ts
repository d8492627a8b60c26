import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, readProblem } from '../api/problem';
import type { Upload } from '../api/schema';
import type { Ports } from './fileUpload';
import { Memory } from './memory';
import type { UploadServer } from './server';
import { abortion, PartFailure } from './transfer';
import { Uploads } from './uploads';

const PART = 4;
const never = new AbortController().signal;

/** S3 and the API in one, as far as uploads go. */
class World implements UploadServer {
  readonly uploads = new Map<string, Upload>();
  readonly keys = new Map<string, string>();
  readonly bytes = new Map<string, string>();
  readonly cancelled: string[] = [];
  /** What each next part is answered; beyond, all is well. */
  failures: number[] = [];
  /** Parts that are sent wait until this. */
  gate: Promise<void> = Promise.resolve();
  inFlight = 0;
  mostInFlight = 0;
  puts = 0;
  completes = 0;
  signed = 0;
  hidden = false;

  create: UploadServer['create'] = async (request, key) => {
    const known = this.keys.get(key);
    if (known !== undefined) {
      return this.show(known, never);
    }
    const id = `up_${this.uploads.size + 1}`;
    const count = Math.ceil(request.size_bytes / PART);
    this.keys.set(key, id);
    this.uploads.set(id, {
      id,
      object: 'upload',
      status: 'waiting',
      status_reason: null,
      asset_id: id.replace('up', 'as'),
      file_name: request.file_name,
      content_type: request.content_type,
      size_bytes: request.size_bytes,
      part_size_bytes: PART,
      parts: Array.from({ length: count }, (_, at) => ({
        number: at + 1,
        size_bytes: Math.min(PART, request.size_bytes - at * PART),
        url: '',
        uploaded: false,
        etag: null,
      })),
      metadata: {},
      expires_at: '2999-01-01T00:00:00Z',
      created_at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-01T00:00:00Z',
    });
    return this.show(id, never);
  };

  show: UploadServer['show'] = async (id) => {
    const upload = this.uploads.get(id);
    if (upload === undefined) {
      throw new ProblemError(readProblem(404, { code: 'not_found' }, null));
    }
    this.signed++;
    const parts = upload.parts.map((part) => {
      const etag = this.bytes.get(`${id} ${part.number}`) ?? null;
      return { ...part, url: `${id} ${part.number} ${this.signed}`, uploaded: etag !== null, etag };
    });
    return { ...upload, parts };
  };

  complete: UploadServer['complete'] = async (id, sent) => {
    this.completes++;
    if (sent.some(({ number, etag }) => this.bytes.get(`${id} ${number}`) !== etag)) {
      throw new ProblemError(readProblem(422, { code: 'validation_failed' }, null));
    }
    return this.end(id, 'uploading');
  };

  end(id: string, status: string): Upload {
    const ended = { ...(this.uploads.get(id) as Upload), status, parts: [] };
    this.uploads.set(id, ended);
    return ended;
  }

  cancel: UploadServer['cancel'] = async (assetId) => void this.cancelled.push(assetId);

  send: Ports['send'] = async (url, bytes, signal, onSent) => {
    this.puts++;
    this.inFlight++;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    onSent(1);
    let stop = () => {};
    const stopped = new Promise<never>((_, reject) => (stop = () => reject(abortion())));
    signal.addEventListener('abort', stop);
    try {
      await Promise.race([this.gate, stopped]);
      const failure = this.failures.shift();
      if (failure !== undefined) {
        throw new PartFailure(failure);
      }
      const [id, number] = url.split(' ');
      const etag = await bytes.text();
      this.bytes.set(`${id} ${number}`, etag);
      return this.hidden ? null : etag;
    } finally {
      signal.removeEventListener('abort', stop);
      this.inFlight--;
    }
  };
}

let world: World;
let kept: Record<string, string>;
let elsewhere: boolean;
let waits: number;

function begin(): Uploads {
  const storage = { getItem: (key: string) => kept[key] ?? null, setItem: (key: string, value: string) => void (kept[key] = value) };
  return new Uploads({
    server: world,
    send: world.send,
    wait: async (_, signal) => {
      waits++;
      if (signal.aborted) {
        throw abortion();
      }
    },
    memory: new Memory(storage, 'k'),
    now: () => 0,
    alone: async (_, work) => {
      if (!elsewhere) {
        await work();
      }
      return !elsewhere;
    },
  });
}

const film = (text = 'abcdefghijklmnop', name = 'film.mp4') => new File([text], name, { lastModified: 7 });
const stage = (uploads: Uploads, at = 0) => uploads.views()[at]?.stage;
const until = (uploads: Uploads, wanted: string, at = 0) => vi.waitFor(() => expect(stage(uploads, at)).toBe(wanted), { interval: 2 });

beforeEach(() => {
  world = new World();
  kept = {};
  elsewhere = false;
  waits = 0;
});

describe('an upload', () => {
  it('sends a file in parts, three at a time, and completes it with what S3 answered', async () => {
    const uploads = begin();
    uploads.add([film()]);
    await until(uploads, 'done');
    expect([...world.bytes.values()]).toEqual(['abcd', 'efgh', 'ijkl', 'mnop']);
    expect(world.mostInFlight).toBe(3);
    expect(world.uploads.get('up_1')?.status).toBe('uploading');
    expect(uploads.unfinished()).toEqual([]);
  });

  it('sends nothing of a file that is empty', () => {
    const uploads = begin();
    uploads.add([film('')]);
    expect(uploads.views()[0]).toMatchObject({ stage: 'refused', refusal: 'empty' });
    expect(world.uploads.size).toBe(0);
  });

  it('sends a part again that did not arrive, as often as it takes without a network', async () => {
    world.failures = Array<number>(30).fill(0);
    const uploads = begin();
    uploads.add([film()]);
    await until(uploads, 'done');
    expect(waits).toBe(30);
  });

  it('asks for fresh addresses when one has expired, without waiting', async () => {
    world.failures = [403, 403, 403];
    const uploads = begin();
    uploads.add([film()]);
    await until(uploads, 'done');
    expect(waits).toBe(0);
    expect(world.signed).toBe(2);
  });

  it('fails when the storage refuses for good, says so, and can be tried again', async () => {
    world.failures = Array<number>(40).fill(500);
    const uploads = begin();
    uploads.add([film()]);
    await until(uploads, 'failed');
    expect(uploads.views()[0]?.problem?.code).toBe('storage_refused');
    world.failures = [];
    uploads.goOn(1);
    await until(uploads, 'done');
    expect(world.uploads.size).toBe(1);
  });

  it('asks the API for ETags that the browser may not read', async () => {
    world.hidden = true;
    const uploads = begin();
    uploads.add([film()]);
    await until(uploads, 'done');
    expect(world.completes).toBe(1);
  });

  it('sends again what turns out not to be there', async () => {
    const uploads = begin();
    const complete = world.complete;
    world.complete = (...told) => {
      world.complete = complete;
      world.bytes.delete('up_1 2');
      world.bytes.set('up_1 3', 'other');
      return complete(...told);
    };
    uploads.add([film()]);
    await until(uploads, 'done');
    expect(world.puts).toBe(6);
    expect(world.bytes.get('up_1 3')).toBe('ijkl');
  });

  it('stops and goes on, and sends nothing twice that has arrived', async () => {
    world.gate = new Promise(() => undefined);
    const uploads = begin();
    uploads.add([film()]);
    await until(uploads, 'sending');
    uploads.pause(1);
    expect(uploads.views()[0]).toMatchObject({ stage: 'paused', sentBytes: 0 });
    world.bytes.set('up_1 1', 'abcd');
    world.gate = Promise.resolve();
    world.puts = 0;
    uploads.goOn(1);
    await until(uploads, 'done');
    expect(world.puts).toBe(3);
  });

  it('goes on after a reload when the same file is chosen, with the parts that are missing', async () => {
    const before = begin();
    const id = (await world.create({ file_name: 'film.mp4', size_bytes: 16, content_type: 'video/mp4', asset: { name: 'film' } }, 'k1')).id;
    world.bytes.set(`${id} 1`, 'abcd');
    kept['k'] = JSON.stringify([{ uploadId: id, assetId: 'as_1', expiresAt: '2999-01-01T00:00:00Z', name: 'film.mp4', size: 16, lastModified: 7 }]);
    expect(before.unfinished()).toHaveLength(1);
    const after = begin();
    after.add([film()]);
    expect(after.unfinished()).toEqual([]);
    await until(after, 'done');
    expect(after.views()[0]?.resumed).toBe(true);
    expect([world.uploads.size, world.puts]).toEqual([1, 3]);
  });

  it('begins anew when the one before has ended without a file', async () => {
    const uploads = begin();
    await world.create({ file_name: 'film.mp4', size_bytes: 16, content_type: 'video/mp4', asset: { name: 'film' } }, 'k1');
    world.end('up_1', 'timed_out');
    uploads.resume({ id: 'up_1', asset_id: 'as_1' }, film());
    await until(uploads, 'done');
    expect(uploads.views()[0]).toMatchObject({ uploadId: 'up_2', resumed: false });
  });

  it('says so when it ends elsewhere in the middle, and begins anew when asked', async () => {
    const uploads = begin();
    world.failures = [404];
    const create = world.create;
    world.create = async (...told) => {
      const made = await create(...told);
      world.end('up_1', 'cancelled');
      world.create = create;
      return made;
    };
    uploads.add([film('abcd')]);
    await until(uploads, 'refused');
    expect(uploads.views()[0]?.refusal).toBe('expired');
    uploads.goOn(1);
    await until(uploads, 'done');
    expect(uploads.views()[0]?.uploadId).toBe('up_2');
  });

  it('is left to the other tab that sends it', async () => {
    elsewhere = true;
    const uploads = begin();
    uploads.add([film()]);
    await until(uploads, 'refused');
    expect(uploads.views()[0]?.refusal).toBe('elsewhere');
    expect(world.puts).toBe(0);
  });

  it('leaves nothing behind when it is cancelled, even before it is known', async () => {
    let answer = () => {};
    const create = vi.spyOn(world, 'create').mockImplementation(async (...told) => {
      await new Promise<void>((resolve) => (answer = resolve));
      create.mockRestore();
      return world.create(...told);
    });
    const uploads = begin();
    uploads.add([film()]);
    await vi.waitFor(() => expect(create).toHaveBeenCalled());
    const cancelled = uploads.cancel(1);
    answer();
    await cancelled;
    expect(uploads.views()).toEqual([]);
    expect(world.cancelled).toEqual(['as_1']);
    expect(uploads.unfinished()).toEqual([]);
    expect(world.inFlight).toBe(0);
  });

  it('says so when cancelling fails, and keeps the row', async () => {
    world.gate = new Promise(() => undefined);
    const uploads = begin();
    uploads.add([film()]);
    await until(uploads, 'sending');
    world.cancel = () => Promise.reject(new ProblemError(readProblem(0, { code: 'offline' }, null)));
    await uploads.cancel(1);
    expect(uploads.views()[0]).toMatchObject({ stage: 'failed', problem: { code: 'offline' } });
  });
});

describe('several uploads', () => {
  it('are two at a time; the next begins when one is done or paused', async () => {
    let open = () => {};
    world.gate = new Promise((resolve) => (open = resolve));
    const uploads = begin();
    uploads.add([film('a', '1.mp4'), film('b', '2.mp4'), film('c', '3.mp4')]);
    await until(uploads, 'sending', 1);
    expect(stage(uploads, 2)).toBe('queued');
    uploads.pause(1);
    await until(uploads, 'sending', 2);
    open();
    await until(uploads, 'done', 1);
    await until(uploads, 'done', 2);
    uploads.goOn(1);
    await until(uploads, 'done');
    expect(world.uploads.size).toBe(3);
  });

  it('are one when the same file is chosen twice', async () => {
    world.gate = new Promise(() => undefined);
    const uploads = begin();
    uploads.add([film()]);
    await until(uploads, 'sending');
    uploads.add([film()]);
    expect(uploads.views()).toHaveLength(1);
    uploads.pause(1);
    uploads.add([film()]);
    await until(uploads, 'sending');
    expect(uploads.views()).toHaveLength(1);
  });
});
