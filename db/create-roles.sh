#!/usr/bin/env bash
# Makes the database and its two roles on a server of your own, or gives the roles new passwords.
# Connects as PGHOST, PGUSER and PGPASSWORD say; takes OWNER_PASSWORD and SERVICE_PASSWORD.
set -euo pipefail

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname postgres \
  --set owner_password="$OWNER_PASSWORD" --set service_password="$SERVICE_PASSWORD" <<'SQL'
select format('create role %I', name)
from unnest(array['counterpoint_owner', 'counterpoint_service']) as name
where not exists (select from pg_roles where rolname = name) \gexec

alter role counterpoint_owner login password :'owner_password';
alter role counterpoint_service login password :'service_password';

select 'create database counterpoint owner counterpoint_owner'
where not exists (select from pg_database where datname = 'counterpoint') \gexec
SQL
