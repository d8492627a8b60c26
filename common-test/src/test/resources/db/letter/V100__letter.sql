create table letter (id bigint generated always as identity, text text, version bigint not null default 1);
