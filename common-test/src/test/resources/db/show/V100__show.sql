create table show (id bigint generated always as identity, name text);
