#!/bin/sh
# Cuts the site's fonts out of the npm packages that carry them; see README.md.
# Needs npm, and fonttools and brotli on PATH (`uv tool run --with brotli fonttools`, or a virtualenv).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --prefix "$work" \
  @fontsource-variable/source-serif-4@5 @fontsource-variable/noto-naskh-arabic@5 >/dev/null
packages="$work/node_modules/@fontsource-variable"
serif="$packages/source-serif-4/files/source-serif-4"

# What English, Spanish, French and the other big languages of western Europe write.
latin="U+0020-007E,U+00A0-00AB,U+00AD-00BF,U+00C0-00FF,U+0131,U+0152-0153,U+02BC,U+0300-0301,U+2009,U+200B"
latin="$latin,U+2010-2015,U+2018-201A,U+201C-201E,U+2020-2022,U+2026,U+202F,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2122,U+2190-2193,U+2212"
latin_ext="U+0100-017F,U+0192,U+01CD-01DC,U+0218-021B,U+0237,U+1E80-1E85,U+1E9E,U+1EA0-1EF9"
cyrillic="U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116"
# Arabic, Persian, Urdu and Kurdish letters and vowel signs; no Qur'anic annotation, no presentation forms.
arabic="U+0020,U+00A0,U+00AB,U+00BB,U+060C,U+061B,U+061F,U+0621-063A,U+0640-0652,U+0654-0655,U+0660-066C,U+0670-0671,U+0679,U+067E,U+0686,U+0688,U+0691,U+0695,U+0698,U+06A4,U+06A9,U+06AF,U+06B5,U+06BA,U+06BE,U+06C0-06C3,U+06C6,U+06CC,U+06CE,U+06D2-06D5,U+06F0-06F9,U+200C-200F"

# cut <source> <target> <characters> <axis limits ...>
cut() {
  source=$1 target=$2 characters=$3
  shift 3
  fonttools varLib.instancer --quiet "$source" "$@" --output "$work/pinned.ttf"
  pyftsubset "$work/pinned.ttf" --unicodes="$characters" --layout-features-=frac,numr,dnom --no-hinting --name-IDs=0,13,14 \
    --desubroutinize --flavor=woff2 --output-file="$here/$target.woff2"
}

for script in latin cyrillic; do
  eval "characters=\$$script"
  cut "$serif-$script-opsz-normal.woff2" "text-$script" "$characters" opsz=16 wght=400
  cut "$serif-$script-opsz-normal.woff2" "display-$script" "$characters" opsz=40 wght=600
  cut "$serif-$script-opsz-italic.woff2" "voice-$script" "$characters" opsz=32 wght=400
done
cut "$serif-latin-ext-opsz-normal.woff2" text-latin-ext "$latin_ext" opsz=16 wght=400:600
cut "$packages/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2" naskh-arabic "$arabic" wght=400:700

cp "$packages/source-serif-4/LICENSE" "$here/OFL-source-serif-4.txt"
cp "$packages/noto-naskh-arabic/LICENSE" "$here/OFL-noto-naskh-arabic.txt"
