# Runs commands one after the other in one shell: each arrives on stdin and ends with a NUL byte. Its output, both streams, goes to
# stdout, followed by a marker with its number and exit code. @NONCE@ is replaced.
exec 3<&0 </dev/null
__deckhand_number=0
while IFS= read -r -d '' -u 3 __deckhand_text; do
  eval "$__deckhand_text" </dev/null 3<&- 2>&1
  __deckhand_status=$?
  \builtin printf '\033]7770;@NONCE@;%s;%s\0' "$((++__deckhand_number))" "$__deckhand_status"
done
