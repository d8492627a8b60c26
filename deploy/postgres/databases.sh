#!/bin/sh
# Runs once in an empty PostgreSQL: for each service a database, the role that owns it and migrates, and the role that works with it
# and owns nothing, so that row-level security binds it.
set -eu
for name in account channel delivery vod ads; do
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --set=name="$name" --set=runtime="${name}_runtime" \
    --set=password="$SERVICE_DATABASE_PASSWORD" --set=owner_password="$OWNER_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'owner_password';
CREATE ROLE :"runtime" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
SQL
done
