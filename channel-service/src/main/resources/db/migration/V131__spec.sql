-- What a channel should be is kept in groups that go together: how it comes in, what is made of it, how it is served.
create function pg_temp.grouped(spec jsonb) returns jsonb language sql immutable as $$
  select case when spec is null or spec ? 'ingest' then spec else
    jsonb_build_object(
      'ingest', jsonb_build_object(
        'protocol', spec -> 'protocol',
        'allowedCidrs', coalesce(nullif(spec -> 'allowedCidrs', 'null'), '[]')),
      'encoding', jsonb_build_object(
        'ladder', spec -> 'ladder',
        'pipelines', spec -> 'pipelines'),
      'packaging', jsonb_build_object(
        'origin', spec -> 'origin',
        'packager', coalesce(spec -> 'packaging', 'null'),
        'latency', spec -> 'latency',
        'dvrWindowSeconds', spec -> 'dvrWindowSeconds'),
      'record', coalesce(spec -> 'record', 'false'),
      'ads', coalesce(nullif(spec -> 'ads', 'null'), '{"enabled": false}'))
  end
$$;

update channel set spec = pg_temp.grouped(spec);
update channel set holdings = jsonb_set(holdings, '{built}', pg_temp.grouped(holdings -> 'built'))
  where jsonb_typeof(holdings -> 'built') = 'object';
