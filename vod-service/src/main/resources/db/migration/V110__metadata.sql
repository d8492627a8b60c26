-- Users' own words, on everything they make.
alter table upload add column metadata jsonb not null default '{}';
