# Part of ./rongyi: the embedded PostgreSQL under root.

# PostgreSQL refuses to run as root, so the embedded one is started under `unshare -U`. Where a container forbids that,
# a stand-in of that name starts it as nobody, who may write into the folders that root may.
postgres_for_root() {
  if [ "$(id -u)" != 0 ] || ! command -v setpriv > /dev/null || unshare -U true 2> /dev/null; then
    return
  fi
  local folder=$target/as-nobody
  mkdir -p "$folder"
  cat > "$folder/unshare.$$" <<'SH'
#!/bin/sh
[ "$1" = -U ] || exit 1
shift
folder='' before=''
for word in "$@"; do
  [ "$before" != -D ] || folder=$word
  before=$word
done
[ -z "$folder" ] || chown -R nobody "$folder"
exec setpriv --reuid=nobody --regid=65534 --clear-groups --inh-caps=+dac_override --ambient-caps=+dac_override "$@"
SH
  chmod 755 "$folder" "$folder/unshare.$$"
  mv "$folder/unshare.$$" "$folder/unshare"
  export PATH="$folder:$PATH"
}
