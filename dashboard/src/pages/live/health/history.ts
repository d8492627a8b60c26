import { answer, api } from '../../../api/client';
import type { ChannelHealthHistory, HealthPoint } from '../../../api/schema';
import { useOne, type One } from '../../../data/useOne';

/** As often as there is something new. */
const EVERY_MS = 10_000;

/** What was measured of a channel in the last seconds. */
export const useHistory = (id: string, seconds: number): One<ChannelHealthHistory> =>
  useOne(
    ['channel', id, 'history', seconds],
    (signal) =>
      answer(api.GET('/v1/channels/{channel_id}/health/history', { params: { path: { channel_id: id }, query: { seconds } }, signal })),
    { every: EVERY_MS },
  );

export type Measure = Exclude<keyof HealthPoint, 'at' | 'alerts'>;

/** One measure over time, a line for each pipeline. */
export function linesOf({ pipelines }: Pick<ChannelHealthHistory, 'pipelines'>, measure: Measure, nameOf: (pipeline: string) => string) {
  return pipelines.map(({ pipeline, points }) => ({
    name: nameOf(pipeline),
    points: points.map((point) => ({ at: Date.parse(point.at), value: point[measure] })),
  }));
}
