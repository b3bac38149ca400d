# Part of ./rongyi: builds what is missing or older than its sources, quietly, one builder at a time.

# One builder at a time; the lock ends with this process, or earlier by unlock.
lock() {
  mkdir -p "$target" 2> /dev/null && [ -w "$target" ] || fail "a build is needed, and ($target) cannot be written." \
    "Maybe somebody who may write there runs this command once."
  if command -v flock > /dev/null; then
    exec 9> "$target/build.lock"
    flock -n 9 || { say "Waiting for another build …" && flock 9; }
  else
    local told=
    while ! mkdir "$target/build.lock.d" 2> /dev/null; do
      if ! kill -0 "$(cat "$target/build.lock.d/pid" 2> /dev/null || echo 0)" 2> /dev/null; then
        rm -rf "$target/build.lock.d" # its owner was killed
        continue
      fi
      [ -n "$told" ] || say "Waiting for another build …"
      told=yes
      sleep 1
    done
    echo $$ > "$target/build.lock.d/pid"
  fi
}
unlock() {
  if command -v flock > /dev/null; then exec 9>&-; else rm -rf "$target/build.lock.d"; fi
}

# What a program is built from, by content: the same sources are never built twice, older or newer.
fingerprint() { # modules…
  (
    cd "$home"
    sources=(pom.xml .mvn launch/build.sh)
    for module in "$@"; do sources+=("$module/pom.xml" "$module/src/main"); done
    { sed -n 's/^IMPLEMENTOR_VERSION=//p;s/^JAVA_RUNTIME_VERSION=//p' "$JAVA_HOME/release"
      find "${sources[@]}" -type f -exec cksum {} + | LC_ALL=C sort
    } | cksum | tr -d ' \n'
  )
}

# Runs a command with its output in the log; on a terminal one line shows how far it is, otherwise it is silent.
# The command is a process group of its own, so that a signal ends all of it. It holds the build's lock too: if this
# process is killed, the next one waits until the orphan has stopped writing.
with_progress() { # what, command…
  local what=$1 begun=$SECONDS pid now code=0
  shift
  set -m
  "$@" > "$log" 2>&1 < /dev/null &
  pid=$!
  set +m
  trap 'stop_group "$pid" 130' INT
  trap 'stop_group "$pid" 143' TERM
  trap 'stop_group "$pid" 129' HUP
  if on_terminal; then
    while kill -0 "$pid" 2> /dev/null; do
      now=$(sed -n 's/^.*--- \([a-z-]*\)[:-].* @ \([a-z]*\) ---.*$/\2 · \1/p;s/^.*Running org\.\(.*\)$/\1/p' "$log" |
        tail -n 1 | cut -c1-60)
      printf '\r\033[K%s … %d s %s' "$what" $((SECONDS - begun)) "$now" >&2
      sleep 0.5
    done
    printf '\r\033[K' >&2
  else
    say "$what …"
  fi
  wait "$pid" || code=$?
  trap - INT TERM HUP
  return $code
}

stop_group() { # process group, exit code
  kill -- "-$1" 2> /dev/null || true
  on_terminal && say
  exit "$2"
}

# What Maven says; what programs wrote beside it only where Maven says nothing.
show_failure() {
  { grep -E '^\[ERROR\]|BUILD FAILURE' "$log" || grep ERROR "$log"; } | grep -v '\[Help 1\]' | head -n 40 >&2 || true
  say "The whole log: $log"
}

# Somebody's own MAVEN_OPTS may name another collector than .mvn/jvm.config, and with two no JVM starts.
maven() {
  local word kept=''
  for word in ${MAVEN_OPTS:-}; do
    case $word in -XX:*GC) ;; *) kept="$kept $word" ;; esac
  done
  (cd "$home" && MAVEN_OPTS=$kept mvn -B -Dstyle.color=never "$@")
}

# Leaves in $app a folder with the program, ready to run, that no later build touches while it runs.
built() { # city, match, bench or seals, modules it is made of…
  local name=$1 print
  shift
  print=$(fingerprint "$@")
  app=$target/app/$name-$print
  if [ ! -f "$app/complete" ]; then
    lock
    if [ ! -f "$app/complete" ]; then
      need_maven
      local begun=$SECONDS
      rm -rf "$app" "$app.new"
      with_progress "Building $name" make_app "$name" "$app.new" || {
        show_failure
        fail "the build of $name failed."
      }
      touch "$app.new/complete"
      mv "$app.new" "$app"
      forget_old_apps "$name"
      say "Built $name in $((SECONDS - begun)) s."
      [ "$name" != city ] || [ -f "$app/city.aot" ] ||
        say "The rehearsal did not end well, so every start will be slow: $log"
    fi
    unlock
  fi
  if command -v flock > /dev/null; then
    exec 8< "$app/complete"
    flock -s 8 # held until the program ends: forget_old_apps leaves it alone
  fi
}

make_app() { # city, match, bench or seals, folder
  maven -pl "$1" -am -Dmaven.test.skip=true -Dspotless.check.skip=true package || return
  mkdir -p "$2"
  if [ "$1" = city ]; then
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$home/city/target/rongyi-city.jar" extract --destination "$2" &&
      rehearse "$2"
  else
    cp "$home/$1/target/rongyi-$1.jar" "$2/"
  fi
}

# Opens a city once and records which classes it needs, so that every later start takes half the time. Without the
# record (no room in /tmp, say) a start is slower, nothing else.
rehearse() { # folder
  postgres_for_root
  # Without linking ahead: with it, a sealed package among the libraries stops the JVM at the next start. With the
  # default collector, the only one that records objects too; a start with another one reads them all the same.
  "$JAVA_HOME/bin/java" "${jvm[@]}" "${vectors[@]}" -XX:-AOTClassLinking -XX:AOTCacheOutput="$1/city.aot" \
    -jar "$1/rongyi-city.jar" --server.port=0 --rongyi.city="$home/cities/chengdu" --rongyi.rehearsal=true ||
    rm -f "$1/city.aot"
}

forget_old_apps() { # city, match, texts, bench or seals
  command -v flock > /dev/null || return 0
  local old
  for old in "$target/app/$1"-*; do
    if [ "$old" != "$app" ] && [ -f "$old/complete" ]; then
      flock -xn "$old/complete" rm -rf "$old" || true
    fi
  done
}
