#!/usr/bin/env bash
# Makes src/main/resources/org/rongyi/seals/serif.ttf anew: Noto Serif SC, Medium, cut to the characters of GBK,
# without hints and layout tables. Needs npm (for the package) and pyftsubset (Debian: fonttools). Only for who changes
# the font.
set -euo pipefail
package=@expo-google-fonts/noto-serif-sc@0.4.3
into=$(cd "$(dirname "$0")" && pwd)/src/main/resources/org/rongyi/seals/serif.ttf
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
npm pack --silent "$package"
tar xzf ./*.tgz package/500Medium
/usr/bin/python3 - <<'PY'
letters = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100))
for lead in range(0x81, 0xFF):
    for trail in range(0x40, 0xFF):
        try:
            letters.add(ord(bytes([lead, trail]).decode("gbk")))
        except (UnicodeDecodeError, TypeError):
            pass
open("letters.txt", "w", encoding="utf-8").write("".join(map(chr, sorted(letters))))
PY
pyftsubset package/500Medium/NotoSerifSC_500Medium.ttf --text-file=letters.txt --no-hinting --layout-features='' \
  --name-IDs='*' --notdef-outline --output-file="$into"
/usr/bin/python3 - "$into" <<'PY'
import sys
from fontTools.ttLib import TTFont
font = TTFont(sys.argv[1])
font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]  # variants: not used
font.save(sys.argv[1])
PY
sha256sum "$into"
