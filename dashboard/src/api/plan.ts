import type { Client } from 'openapi-fetch';
import { api } from './client';
import type { ChannelPatch, ChannelRequest, Money, Plan, Price, PriceTotal, SimulcastTargetRequest } from './schema';

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

/** What requests would come to, at list prices; the description that clients are made from leaves `dry_run` out. */
export const rehearsals = api as unknown as Client<Rehearsals>;

export const DRY_RUN = { dry_run: true } as const;

/** What a plan costs an hour while it runs, or while it rests; undefined when nothing of it has a price. */
export function perHour(price: Price, billed: PriceTotal['billed']): Money | undefined {
  return price.totals.find((total) => total.unit === 'hour' && total.billed === billed)?.amount;
}
