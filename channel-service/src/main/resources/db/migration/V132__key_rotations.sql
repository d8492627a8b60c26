-- How often a channel's key was changed is part of what the channel should be, so that what carries an older key is made anew.
update channel set spec = jsonb_set(spec, '{ingest,rotations}', '0');
update channel set holdings = jsonb_set(holdings, '{built,ingest,rotations}', '0')
  where jsonb_typeof(holdings -> 'built') = 'object';
