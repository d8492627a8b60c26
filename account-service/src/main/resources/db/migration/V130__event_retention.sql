-- Up to this sequence events were forgotten, as they are older than events are kept.
alter table event_head add column forgotten bigint not null default 0;
