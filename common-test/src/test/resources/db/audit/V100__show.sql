create table show (
  id         text primary key,
  name       text not null,
  stream_key text not null
);
