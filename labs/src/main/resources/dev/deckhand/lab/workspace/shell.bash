# Prepares a learner's bash: sent to it line by line before the first command. @TTY@ and @NONCE@ are replaced.
# A command runs by "eval" at top level, between __deckhand_before and __deckhand_after. Each reports to the terminal with an
# escape sequence that nobody else can write, because only this shell knows the nonce. Works with bash 3.2 and later.
set +o history
history -c
unset HISTFILE MAILCHECK
# It would stop this shell, and nothing would continue it.
enable -n suspend
PS0= PS1= PS2=
__deckhand_tty=@TTY@
__deckhand_open= __deckhand_noted= __deckhand_flags= __deckhand_status=0 __deckhand_last= __deckhand_pipe=(0)
__deckhand_ps0= __deckhand_ps1= __deckhand_ps2= __deckhand_prompt= __deckhand_guarded= __deckhand_number=0
# Appended to the learner's text: saves "$?", "$_" and PIPESTATUS for the next line.
__deckhand_note=$'\n\n{ __deckhand_noted=1 __deckhand_status=$? __deckhand_last=$_ __deckhand_pipe=("${PIPESTATUS[@]}"); } >/dev/null 2>&1'
__deckhand_is() { return "$1"; }
# The last argument becomes "$_", and the result becomes "$?".
__deckhand_before() {
  __deckhand_open=1 __deckhand_noted=
  PS0=$__deckhand_ps0 PS1=$__deckhand_ps1 PS2=$__deckhand_ps2
  case $__deckhand_prompt in ?*) PROMPT_COMMAND=$__deckhand_prompt ;; esac
  \builtin history -s -- "$__deckhand_line"
  \builtin printf '\033]7770;@NONCE@;begin\0' >"$__deckhand_tty"
  case $__deckhand_flags in *v*) set -v ;; esac
  case $__deckhand_flags in *x*) set -x ;; esac
  case $- in *e*) ;; *) return "$__deckhand_status" ;; esac
}
# Ctrl-C may end it at any point, and then it's called again: what it has saved isn't saved twice, and the report is only taken for
# sent when it is. With "again" it sends a report once more: a terminal that gets Ctrl-C drops what it hasn't passed on yet. Both have
# the same number.
__deckhand_after() { # STATUS [again]; STATUS is for lines that were interrupted before they saved their own
  case $__deckhand_open in
    '')
      case ${2-} in again) __deckhand_report ;; esac
      return 0
      ;;
    1)
      __deckhand_flags=$-
      case $__deckhand_noted in '') __deckhand_status=$1 __deckhand_pipe=("$1") ;; esac
      __deckhand_open=2
      ;;
  esac
  set +vx
  case $__deckhand_guarded in ?*) __deckhand_guarded= ; unset -f set ;; esac
  case $__deckhand_open in
    2)
      __deckhand_ps0=${PS0-} __deckhand_ps1=${PS1-} __deckhand_ps2=${PS2-} __deckhand_prompt=${PROMPT_COMMAND-}
      __deckhand_open=3
      ;;
  esac
  unset PROMPT_COMMAND
  PS0= PS1= PS2=
  __deckhand_report
  __deckhand_open=
}
__deckhand_report() {
  local IFS=' '
  \builtin printf '\033]7770;@NONCE@;end;%s;%s;%s;%s;%s\0' "$__deckhand_number" "$__deckhand_status" "${__deckhand_pipe[*]}" \
    "$__deckhand_flags" "$PWD" >"$__deckhand_tty"
}
# For lines that switch bash's line editor on (see CommandFraming): "set" leaves these options alone until the line is over.
__deckhand_guard_set() {
  __deckhand_guarded=1
  set() {
    case " $* " in
      *" -o vi "* | *" -o emacs "* | *" +o vi "* | *" +o emacs "*)
        \builtin printf '%s\n' 'set: the options vi and emacs have no effect here: Deckhand edits your lines itself ("help" lists its keys).' >&2 ;;
      *) \builtin set "$@" ;;
    esac
  }
}
__deckhand_open=1
__deckhand_after 0
