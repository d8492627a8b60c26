import type { Client } from 'openapi-fetch';
import { answer, api } from '../../../api/client';
import { useOne, type One } from '../../../data/useOne';

/** What MediaLive measured in ten seconds; null where AWS tells nothing. */
export interface Measured {
  readonly at: string;
  readonly frames_per_second: number | null;
  readonly bits_per_second: number | null;
  readonly dropped_frames: number | null;
  readonly filled_milliseconds: number | null;
}

export interface PipelineHistory {
  readonly pipeline: string;
  /** The oldest first; where nothing was measured there is none. */
  points: Measured[];
}

export interface HealthHistory {
  readonly channel_id: string;
  pipelines: PipelineHistory[];
}

interface Histories {
  '/v1/channels/{channel_id}/health/history': {
    get: {
      parameters: { path: { channel_id: string }; query: { seconds: number } };
      responses: { 200: { content: { 'application/json': HealthHistory } } };
    };
  };
}

const histories = api as unknown as Client<Histories>;

/** As often as there is something new. */
const EVERY_MS = 10_000;

/** What was measured of a channel in the last seconds. */
export const useHistory = (id: string, seconds: number): One<HealthHistory> =>
  useOne(
    ['channel', id, 'history', seconds],
    (signal) =>
      answer(histories.GET('/v1/channels/{channel_id}/health/history', { params: { path: { channel_id: id }, query: { seconds } }, signal })),
    { every: EVERY_MS },
  );

export type Measure = Exclude<keyof Measured, 'at'>;

/** One measure over time, a line for each pipeline. */
export function linesOf(history: HealthHistory, measure: Measure, nameOf: (pipeline: string) => string) {
  return history.pipelines.map(({ pipeline, points }) => ({
    name: nameOf(pipeline),
    points: points.map((point) => ({ at: Date.parse(point.at), value: point[measure] })),
  }));
}
