# Part of ./rongyi: finds a JDK.

is_jdk() { # home
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    grep -Eq "^JAVA_VERSION=\"$jdk_major([.+\"]|\$)" "$1/release"
}

find_jdk() {
  local candidate on_path
  on_path=$(command -v java || true)
  while [ -n "$on_path" ] && [ -L "$on_path" ]; do
    candidate=$(readlink "$on_path")
    case $candidate in /*) on_path=$candidate ;; *) on_path=$(dirname "$on_path")/$candidate ;; esac
  done
  on_path=${on_path%/bin/java}
  for candidate in "${JAVA_HOME:-}" "${on_path:-}" /usr/lib/jvm/* /usr/java/* /opt/* /opt/*/* /usr/local/*jdk* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.asdf/installs/java/* \
    "${HOME:-}"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return
    fi
  done
  fail "no JDK $jdk_major found (JAVA_HOME, java on the PATH, /usr/lib/jvm, /opt, SDKMAN and the like were searched)." \
    "Debian and Ubuntu: sudo apt-get install openjdk-$jdk_major-jdk   macOS: brew install openjdk@$jdk_major
SDKMAN: sdk install java $jdk_major-tem
Maybe it is elsewhere: JAVA_HOME=/path/to/jdk-$jdk_major ./rongyi …"
}

need_maven() {
  command -v mvn > /dev/null || fail "Maven is missing." \
    "Debian and Ubuntu: sudo apt-get install maven   macOS: brew install maven   SDKMAN: sdk install maven"
}
