#!/bin/sh
# The start to click on a Mac: opens a window for mkba. What is given, or dragged into the window, is calculated, and its report
# opened in the browser.
MKBA_WINDOW=yes
export MKBA_WINDOW
MKBA_TYPED=
while :; do
  "${0%/*}/mkba" open "$@"
  # 2: the scenario was wrong, and can be mended
  case $? in 0 | 2) ;; *) exit 1 ;; esac
  set --
  printf '> '
  IFS= read -r MKBA_TYPED || break
  [ -n "$MKBA_TYPED" ] || break
  export MKBA_TYPED
done
