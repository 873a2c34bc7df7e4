#!/bin/bash
# Runs once, on an empty data folder: hands the passwords over to the script that makes the database and its roles.
set -euo pipefail
for name in content content-owner assessment assessment-owner; do
  variable=$(echo "$name" | tr a-z- A-Z_)_PASSWORD
  export "$variable=$(cat "/run/rolewise/secrets/$name")"
done
psql --username="$POSTGRES_USER" --dbname=postgres --set=ON_ERROR_STOP=1 --quiet --file=/run/rolewise/bootstrap/bootstrap.sql
