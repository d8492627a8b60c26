-- Everybody tells events; only the relay, which works for all, sees those that wait.
alter table outbox enable row level security;
alter table outbox force row level security;
create policy tell on outbox for insert with check (true);
create policy system on outbox using (onair_sees('*')) with check (onair_sees('*'));

alter table unconfirmed_event enable row level security;
alter table unconfirmed_event force row level security;
create policy system on unconfirmed_event using (onair_sees('*')) with check (onair_sees('*'));

comment on table consumed_event is 'Of no organization: remembers the ids of events only';
comment on table event_number is 'Of no organization: counts the events of a resource only';
comment on table idempotent_reply is 'Of no organization: who does not have the key can neither find a reply nor read it';
comment on table reconcile_lease is 'Of no organization: says how the last run of an owner ended, to runs only';
comment on table scheduled_tasks is 'Of no organization: says when an owner is due';
