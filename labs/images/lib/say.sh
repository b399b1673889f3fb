# shellcheck shell=bash
# What a build says. Its own lines go to stdout, for people and for the program that draws them; everything noisy goes to
# a log file.
#   ::step I N TITLE   a step begins          ::done I         it is done
#   ::note TEXT        a detail within it     ::failed I WHY   it failed; the last of the log follows on stderr

step_now=0 step_count=0 step_open='' log='' reason=/dev/null beside_group=''

# Sends everything that commands print to a log file, and our own lines to where stdout was.
say_into() { # FILE
  log=$1
  mkdir -p "$(dirname "$log")"
  reason=$(mktemp)
  exec 3>&1 4>&2 >>"$log" 2>&1
  trap 'said_last $?' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  note "log: $log"
}

say() { printf '%s\n' "$*" >&3; printf '%s %s\n' "$(date +%T)" "$*"; }
note() { say "::note $*"; }

# Begins the next step, and ends the one before.
step() { # TITLE
  step_done
  step_now=$((step_now + 1)) step_open=1
  say "::step $step_now $step_count $*"
}

step_done() {
  [ -n "$step_open" ] && say "::done $step_now"
  step_open=
}

# Ends the run, also from a shell within it, with what is wrong and what to do about it.
fail() { # WHY
  printf %s "$*" > "$reason"
  exit 1
}

# Runs a command beside what follows; one at a time. It's a process group of its own, so that it can be ended as a whole.
beside() { # command...
  set -m
  ( set +m; "$@" ) &
  beside_group=$!
  set +m
}

# Waits for it, and fails as it did.
joined() {
  local code=0
  wait "$beside_group" || code=$?
  beside_group=''
  return $code
}

# Says whether this run was ended by another one, and will be started again; only builds are.
made_way() { return 1; }

# Ends every run: a failure says where, why, and the end of the log.
said_last() { # status
  trap - EXIT
  [ -z "$beside_group" ] || kill -TERM -- "-$beside_group" 2>/dev/null || :
  local why
  why=$(cat "$reason")
  rm -f "$reason"
  if [ "$1" = 0 ]; then step_done; exit 0; fi
  case $1 in 130 | 143) why=interrupted ;; esac
  if [ "$1" = 143 ] && made_way; then say "::note made way for another build"; exit 75; fi
  say "::failed $step_now ${why:-a command failed; see $log}"
  { echo "--- the last of $log"; tail -n 20 "$log"; } >&4
  exit "$1"
}
