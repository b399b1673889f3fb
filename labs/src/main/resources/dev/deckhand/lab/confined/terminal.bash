# Stands beside a learner's shell in its container, and does what its terminal is asked for from outside. Requests come on stdin and
# end with a NUL byte: "send:LINES", which isn't answered, and "ask:NUMBER:WHAT". Answers go to stdout, "NUMBER TEXT", and end with
# one, too. @FOLDER@ is replaced. The shell writes "PID TERMINAL" into the folder's file "shell".
umask 077
folder=@FOLDER@
mkdir "$folder" && mkfifo "$folder/commands" || exit 1
# for reading as well, so that neither side sees the other's end
exec 3<&0 4<>"$folder/commands" </dev/null 2>/dev/null
printf 'ready\0'

# Sets pid and terminal.
find_shell() {
  pid= terminal=
  read -r pid terminal <"$folder/shell"
  [[ $pid =~ ^[0-9]+$ && $terminal =~ ^/dev/pts/[0-9]+$ ]]
}

# Sets stat to the fields of a process after its name: state, parent, group, session, terminal, foreground group, ...
read_stat() { # PID
  local text=
  IFS= read -r -d '' text <"/proc/$1/stat"
  stat=${text##*) }
  [ -n "$stat" ]
}

# Sets members to the processes of the shell's session.
find_members() {
  local file fields
  members=()
  for file in /proc/[0-9]*; do
    if read_stat "${file#/proc/}"; then
      read -r -a fields <<<"$stat"
      if [ "${fields[3]}" = "$pid" ] && [ "${fields[0]}" != Z ]; then members+=("${file#/proc/}"); fi
    fi
  done
}

hang_up() { # MILLISECONDS
  local waited=0
  find_members
  [ ${#members[@]} -gt 0 ] || return 0
  kill -HUP "${members[@]}"
  kill -CONT "${members[@]}"
  while find_members; [ ${#members[@]} -gt 0 ] && [ "$waited" -lt "$1" ]; do
    read -r -t 0.01 <>"$folder/pause"
    waited=$((waited + 10))
  done
  if [ ${#members[@]} -gt 0 ]; then kill -KILL "${members[@]}"; fi
}
mkfifo "$folder/pause"

unread() {
  local before
  before=$(stty -g <"$terminal") || return 0
  stty raw -echo min 0 time 0 <"$terminal"
  base64 -w 0 <"$terminal"
  stty "$before" <"$terminal"
}

saved=
while IFS= read -r -d '' -u 3 request; do
  case $request in
    send:*) printf '%s' "${request#send:}" >&4; continue ;;
    ask:*:*) number=${request#ask:} request=${request#ask:*:} number=${number%%:*} ;;
    *) continue ;;
  esac
  answer=
  if find_shell; then
    case $request in
      # the first time, they are those to restore later
      restore)
        if [ -z "$saved" ]; then
          saved=$(stty -g <"$terminal")
        elif [ "$(stty -g <"$terminal")" != "$saved" ]; then
          stty "$saved" <"$terminal"
        fi ;;
      unread) answer=$(unread) ;;
      stat) if read_stat "$pid"; then answer="$pid $stat"; fi ;;
      resume) kill -CONT "$pid" ;;
      hangup:*) hang_up "${request#hangup:}" ;;
      kill) kill -KILL "$pid" ;;
    esac
  fi
  printf '%s %s\0' "$number" "$answer"
done
