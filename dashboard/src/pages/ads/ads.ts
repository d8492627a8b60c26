import { answer, answerWithVersion, api, done, onceFor } from '../../api/client';
import type { AdReport, CampaignPatch, CampaignRequest, CreativePatch, CreativeRequest } from '../../api/schema';
import { pageBehind, type Page } from '../../data/usePages';

const PAGE = 100;

const page = (cursor: string | undefined) => pageBehind(cursor, PAGE);

export const listCampaigns = (cursor: string | undefined, signal: AbortSignal) =>
  answer(api.GET('/v1/campaigns', { params: { query: page(cursor) }, signal }));

export const getCampaign = (id: string, signal: AbortSignal) =>
  answerWithVersion(api.GET('/v1/campaigns/{id}', { params: { path: { id } }, signal }));

export const createCampaign = (body: CampaignRequest, key: string) =>
  answer(api.POST('/v1/campaigns', { params: { header: onceFor(key) }, body }));

export const changeCampaign = (id: string, etag: string, body: CampaignPatch) =>
  answerWithVersion(api.PATCH('/v1/campaigns/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body }));

export const deleteCampaign = (id: string) => done(api.DELETE('/v1/campaigns/{id}', { params: { path: { id } } }));

export const listCreatives = (cursor: string | undefined, signal: AbortSignal) =>
  answer(api.GET('/v1/creatives', { params: { query: page(cursor) }, signal }));

export const createCreative = (body: CreativeRequest, key: string) =>
  answer(api.POST('/v1/creatives', { params: { header: onceFor(key) }, body }));

export const changeCreative = (id: string, body: CreativePatch) =>
  answer(api.PATCH('/v1/creatives/{id}', { params: { path: { id } }, body }));

export const deleteCreative = (id: string) => done(api.DELETE('/v1/creatives/{id}', { params: { path: { id } } }));

/** Films that a creative can be made of. */
export const listReadyAssets = (cursor: string | undefined, signal: AbortSignal) =>
  answer(api.GET('/v1/assets', { params: { query: { ...page(cursor), status: 'ready' } }, signal }));

/** Rows of a report, all of them up to `most`. */
export interface ReportRows {
  readonly rows: readonly AdReport[];
  readonly isAll: boolean;
}

const MOST_PAGES = 20;

/** All that was counted from one day to another, both included, as `2026-11-23`. */
export async function listReport(from: string, to: string, campaign: string, signal: AbortSignal): Promise<ReportRows> {
  const rows: AdReport[] = [];
  let cursor: string | undefined;
  for (let asked = 0; asked < MOST_PAGES; asked++) {
    const filter = { from, to, ...(campaign === '' ? {} : { campaign_id: campaign }) };
    const next: Page<AdReport> = await answer(
      api.GET('/v1/ad-reports', { params: { query: { ...page(cursor), ...filter } }, signal }),
    );
    rows.push(...next.data);
    cursor = next.next_cursor ?? undefined;
    if (cursor === undefined) {
      return { rows, isAll: true };
    }
  }
  return { rows, isAll: false };
}

/** What became of breaks, newest first. */
export const listBreakReports = (cursor: string | undefined, signal: AbortSignal) =>
  answer(api.GET('/v1/ad-break-reports', { params: { query: page(cursor) }, signal }));
