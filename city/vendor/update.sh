#!/bin/sh
# Fetches the page libraries again and writes them, without crest and without web fonts, to src/main/resources/static.
# Change the version here, run it, look at the pages, commit the result. Needs npm, sed, sha256sum.
set -eu
version=6.6.0
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../src/main/resources/static
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
npm pack --silent "govuk-frontend@$version" >/dev/null
tar -xzf "govuk-frontend-$version.tgz"
from=$work/package/dist/govuk

rm -f "$out"/css/govuk-frontend-*.min.css "$out"/js/govuk-frontend-*.min.js
css=$out/css/govuk-frontend-$version.min.css
js=$out/js/govuk-frontend-$version.min.js
# The web font may not be used outside GOV.UK and has no Chinese; the crest is a state's. Both go.
sed -E -e 's/@font-face\{[^}]*\}//g' \
    -e 's/GDS Transport,arial,sans-serif/var(--ry-sans,sans-serif)/g' \
    -e 's/@supports [^{]*\{\.govuk-footer__copyright-logo:before\{[^}]*\}\}//g' \
    -e 's/\.govuk-footer__copyright-logo:before\{[^}]*\}//g' \
    -e 's/@supports \(\([^{]*\{\.govuk-footer__copyright-logo[^}]*\}\}//g' \
    -e 's#/\*\# sourceMappingURL=.*\*/##' "$from/govuk-frontend.min.css" >"$css"
sed -e 's#//\# sourceMappingURL=.*##' "$from/govuk-frontend.min.js" >"$js"
if grep -E 'url\(|font-face|GDS Transport|crest' "$css"; then
    echo "the stylesheet still asks for a font or a crest; mend the sed lines of $0" >&2
    exit 1
fi

{
    echo '# Page libraries kept in the repository'
    echo
    echo 'Written by `update.sh`; do not edit by hand.'
    echo
    echo '| Package | Version | Licence | File | SHA-256 |'
    echo '|---|---|---|---|---|'
    for file in "$css" "$js"; do
        sum=$(sha256sum "$file" | cut -d ' ' -f 1)
        echo "| npm \`govuk-frontend\` | $version | MIT | \`${file##*/static/}\` | \`$sum\` |"
    done
    echo
    echo "SHA-256 of the package as published: \`$(sha256sum "govuk-frontend-$version.tgz" | cut -d ' ' -f 1)\`."
    echo
    echo 'From the stylesheet the web font, the crest and the source map link are taken out, and the font stack is'
    echo 'replaced by `var(--ry-sans)`; the script lacks only the source map link.'
} >"$here/README.md"
