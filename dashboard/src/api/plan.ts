import type { Client } from 'openapi-fetch';
import { api } from './client';
import type { ChannelPatch, ChannelRequest, Money, SimulcastTargetRequest } from './schema';

/** What a request would come to, at list prices; nothing of it is done. As the API describes it where it describes `dry_run`. */
export interface Plan {
  readonly object: 'plan';
  readonly operation: string;
  readonly resources: { readonly service: string; readonly kind: string; readonly action: string; readonly count: number }[];
  readonly quotas: QuotaUse[];
  readonly price: Price;
  /** Of an edit: what it means for who watches. */
  readonly change?: Change | null;
}

export interface QuotaUse {
  readonly service: string;
  readonly quota: string;
  readonly needs: number;
  readonly limit: number | null;
  readonly used: number | null;
  readonly exceeded: boolean;
}

export interface Price {
  readonly region: string;
  readonly parts: PricePart[];
  readonly totals: PriceTotal[];
  readonly not_included: string[];
}

/** When a price is billed: while it runs, while it is kept ready, or by what is used. */
export type Billed = 'running' | 'idle' | 'use';

export interface PricePart {
  readonly item: string;
  readonly unit: string;
  readonly billed: Billed;
  readonly count: number;
  readonly each: Money;
  readonly verified: boolean;
  readonly as_of: string;
  readonly source: string;
}

export interface PriceTotal {
  readonly unit: string;
  readonly billed: Billed;
  readonly amount: Money;
  readonly verified: boolean;
}

export interface Change {
  readonly effect: 'in_place' | 'restart' | 'breaks_viewers';
  readonly refused: boolean;
  readonly consequence: string;
  readonly fields: { readonly field: string; readonly effect: Change['effect'] }[];
}

interface Rehearsed<Body, Place = Record<never, never>> {
  parameters: { query: { dry_run: true } } & Place;
  requestBody?: { content: { 'application/json': Body } };
  responses: { 200: { content: { 'application/json': Plan } } };
}

interface OfChannel {
  path: { id: string };
}

interface Rehearsals {
  '/v1/channels': { post: Rehearsed<ChannelRequest> };
  '/v1/channels/{id}': { patch: Rehearsed<ChannelPatch, OfChannel> };
  '/v1/channels/{id}/start': { post: Rehearsed<never, OfChannel> };
  '/v1/channels/{channel_id}/simulcast-targets': { post: Rehearsed<SimulcastTargetRequest, { path: { channel_id: string } }> };
}

/** The calls that can be rehearsed; the description that clients are made from leaves `dry_run` out. */
export const rehearsals = api as unknown as Client<Rehearsals>;

export const DRY_RUN = { dry_run: true } as const;

/** What a plan costs an hour while it runs, or while it rests; undefined when nothing of it has a price. */
export function perHour(price: Price, billed: Billed): Money | undefined {
  return price.totals.find((total) => total.unit === 'hour' && total.billed === billed)?.amount;
}
