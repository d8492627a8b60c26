#!/bin/sh
# Runs once in an empty PostgreSQL: a database and the role that owns it for each service.
set -eu
for name in account channel delivery vod ads; do
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --set=password="$SERVICE_DATABASE_PASSWORD" --set=name="$name" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
SQL
done
