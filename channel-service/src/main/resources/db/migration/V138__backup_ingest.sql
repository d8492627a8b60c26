-- Whether a channel has a second way in is part of what it should be; none had one so far.
update channel set spec = jsonb_set(spec, '{ingest,backup}', 'false');
update channel set holdings = jsonb_set(holdings, '{built,ingest,backup}', 'false')
  where jsonb_typeof(holdings -> 'built') = 'object';
