#!/bin/bash
# Installs Docker and the Docker Compose plugin on Amazon Linux 2 and starts the service. Safe to run again.
set -euo pipefail

COMPOSE_VERSION=v2.29.7
PLUGIN_DIR=/usr/local/lib/docker/cli-plugins

if ! command -v docker >/dev/null; then
  amazon-linux-extras install -y docker
fi

systemctl enable --now docker
usermod -aG docker ec2-user

if ! docker compose version >/dev/null 2>&1; then
  machine="$(uname -m)"
  download="https://github.com/docker/compose/releases/download/${COMPOSE_VERSION}/docker-compose-linux-${machine}"
  work="$(mktemp -d)"
  trap 'rm -rf "${work}"' EXIT

  cd "${work}"
  curl --fail --silent --show-error --location --retry 5 --remote-name "${download}"
  curl --fail --silent --show-error --location --retry 5 --remote-name "${download}.sha256"
  sha256sum --check "docker-compose-linux-${machine}.sha256"
  install -D --mode 0755 "docker-compose-linux-${machine}" "${PLUGIN_DIR}/docker-compose"
fi

docker --version
docker compose version
