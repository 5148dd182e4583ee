#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a compiler and fails where it warns:  tools/no_warnings.sh COMMAND...
# In place of -Werror, with which ccache would keep a second copy of every object.
set -uo pipefail
{ said=$("$@" 2>&1 >&3); status=$?; } 3>&1
[ -z "$said" ] || printf '%s\n' "$said" >&2
if [ $status -eq 0 ] && [[ $said == *"warning:"* ]]; then
  echo "no_warnings: warnings are errors here." >&2
  # What was compiled would count as done.
  while [ $# -gt 1 ] && [ "$1" != -o ]; do shift; done
  [ "${1-}" != -o ] || rm -f -- "$2"
  exit 1
fi
exit $status
