-- Users' own words, on everything they make.
alter table ad_break add column metadata jsonb not null default '{}';
alter table share add column metadata jsonb not null default '{}';
