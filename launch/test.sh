# Part of ./rongyi: every test, in the browser too.

may_install() { [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get > /dev/null; }

has_browser() {
  [ -n "${RONGYI_CHROMIUM:-}" ] || [ -x /usr/bin/chromium-headless-shell ] ||
    [ -x /usr/bin/chromium ] || [ -x /usr/bin/chromium-browser ] ||
    [ -x /usr/bin/google-chrome ] || [ -x /snap/bin/chromium ] ||
    [ -x /Applications/Chromium.app/Contents/MacOS/Chromium ] ||
    [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]
}

# Pages are tested in a real browser with Chinese letters. What is missing is installed or named, never skipped.
need_browser() {
  local missing=()
  if ! has_browser; then
    # Not every system has the one without a window, and a fresh machine does not know yet what it has.
    ! may_install || apt-get update > /dev/null 2>&1 || true
    if apt-cache show chromium-headless-shell > /dev/null 2>&1; then
      missing+=(chromium-headless-shell)
    else
      missing+=(chromium)
    fi
  elif [ -z "${RONGYI_CHROMIUM:-}" ] && ! [ -x /usr/bin/chromium-headless-shell ] && may_install &&
    apt-cache show chromium-headless-shell > /dev/null 2>&1; then
    say "Installing a Chromium without a window: it computes a third less than the one at hand."
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Acquire::Retries=0 \
      -o Acquire::http::Timeout=10 chromium-headless-shell > /dev/null 2>&1 < /dev/null ||
      say "That did not work, so the tests take the one at hand."
  fi
  if [ "$(uname)" = Linux ] && { ! command -v fc-list > /dev/null || [ -z "$(fc-list :lang=zh family)" ]; }; then
    missing+=(fonts-noto-cjk)
  fi
  [ ${#missing[@]} -gt 0 ] || return 0
  local install="apt-get install -y --no-install-recommends ${missing[*]}"
  if may_install; then
    say "Installing what the browser tests need: ${missing[*]}"
    mkdir -p "$target"
    with_progress "apt-get" sh -c "apt-get update && DEBIAN_FRONTEND=noninteractive $install" || {
      tail -n 15 "$log" >&2
      fail "${missing[*]} could not be installed." "Type: $install"
    }
  else
    fail "the browser tests need ${missing[*]}." "Type: sudo $install"
  fi
}

run_tests() {
  find_jdk
  need_maven
  need_browser
  postgres_for_root
  lock
  rm -rf "$home"/*/target/surefire-reports
  log=$target/test.log
  local code=0 begun=$SECONDS
  with_progress "Testing" maven --fail-at-end -T 2 -Dprograms.skip=true verify || code=$?
  unlock
  grep -E '^\[(INFO|WARNING|ERROR)\] (Tests run:.*in org|Building Rongyi)' "$log" |
    sed -E 's/^\[[A-Z]+\] //;s/^Building (Rongyi [a-z]+).*/\1/' || true
  [ $code = 0 ] || show_failure
  summary $((SECONDS - begun)) || code=1
  exit $code
}

# The last line, from the reports of all modules. No test at all, or one that was skipped, is a failure.
summary() { # seconds
  local counts
  counts=$(find "$home" -path '*/target/surefire-reports/TEST-*.xml' -exec grep -h -m1 '<testsuite ' {} + |
    awk '{ for (i = 1; i <= NF; i++) if (match($i, /^(tests|errors|failures|skipped)="[0-9]+"/)) {
             split($i, part, "\""); sum[substr(part[1], 1, length(part[1]) - 1)] += part[2] } }
         END { failed = sum["errors"] + sum["failures"]
               printf "%d %d %d", sum["tests"] - failed - sum["skipped"], failed, sum["skipped"] }')
  set -- "$1" $counts
  [ "${4:-0}" = 0 ] || say "$4 skipped: a test that does not run proves nothing."
  printf '%d passed, %d failed in %d s\n' "${2:-0}" "${3:-0}" "$1"
  [ "${2:-0}" -gt 0 ] && [ "${3:-0}" = 0 ] && [ "${4:-0}" = 0 ]
}
