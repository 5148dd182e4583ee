#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes what people install, in build/packages:  tools/package.sh [FOLDER]
# - ouroscope_VERSION_ARCH.deb, and ouroscope-cuda_VERSION_ARCH.deb where there is an nvcc, for the Debian that this runs on;
# - ouroscope-VERSION-linux-MACHINE.tar.xz, which brings its libraries and runs on other distributions.
# Equal sources and the same Debian give equal files. tools/package_check.sh installs and tries them.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(realpath -m "${1:-build/packages}")
build=$PWD/build/package

tools/setup.sh package
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH
umask 022
cmake --preset package >/dev/null
cmake --build --preset package
rm -rf "$out" "$build/_CPack_Packages" "$build"/*.deb
mkdir -p "$out"
(cd "$build" && cpack -G DEB -B "$out" >/dev/null)
rm -rf "$out/_CPack_Packages"

# ---- the archive -------------------------------------------------------------------------------------------------------
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
name=ouroscope-$version-linux-$(uname -m)
stage=$build/archive/$name
rm -rf "$build/archive"
cmake --install "$build" --prefix "$stage" --strip >/dev/null
libraries=$(sed -n 's/^CMAKE_INSTALL_LIBDIR:PATH=//p' "$build/CMakeCache.txt")
if [ "$libraries" != lib ] && [ -d "$stage/$libraries/ouroscope" ]; then
  mv "$stage/$libraries/ouroscope" "$stage/lib/ouroscope"
  rmdir "$stage/$libraries"
fi

# Qt's plugins: what a window on X11 and figures without a display need.
plugins=$(qmake6 -query QT_INSTALL_PLUGINS)
for plugin in platforms/libqxcb platforms/libqoffscreen platforms/libqminimal iconengines/libqsvgicon imageformats/libqsvg imageformats/libqjpeg \
  platforminputcontexts/libcomposeplatforminputcontextplugin platforminputcontexts/libibusplatforminputcontextplugin; do
  install -D -m 644 "$plugins/$plugin.so" "$stage/lib/qt6/plugins/$plugin.so"
done
mkdir -p "$stage/share/qt6/translations"
cp "$(qmake6 -query QT_INSTALL_TRANSLATIONS)"/qtbase_{de,es,fr,ja,zh_CN}.qm "$stage/share/qt6/translations"
printf '[Paths]\nPrefix=..\nPlugins=lib/qt6/plugins\nTranslations=share/qt6/translations\n' >"$stage/bin/qt.conf"

# Libraries that belong to the system stay there: the C and C++ ones, the graphics driver's, X11's own, fonts and what they are built on.
system='^(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|stdc\+\+|gcc_s|GL|EGL|GLX|OpenGL|GLdispatch|X11|X11-xcb|xcb|fontconfig|freetype|expat|z|cublas|cublasLt|cuda)\.so.*)$'
find "$stage/bin" "$stage/lib/qt6" -type f \( -name '*.so' -o -name 'ouroscope*' \) -exec ldd {} + |
  awk '$2 == "=>" && $3 ~ /^\// {print $1, $3}' | sort -u | while read -r soname path; do
    [[ $soname =~ $system ]] || install -m 644 "$(realpath "$path")" "$stage/lib/$soname"
  done
strip --strip-unneeded "$stage"/lib/*.so* "$stage"/lib/qt6/plugins/*/*.so
# The older kind of path holds for the libraries of libraries too.
for program in "$stage"/bin/ouroscope "$stage"/bin/ouroscope-cli; do patchelf --force-rpath --set-rpath '$ORIGIN/../lib' "$program"; done
for library in "$stage"/lib/*.so*; do patchelf --set-rpath '$ORIGIN' "$library"; done
for plugin in "$stage"/lib/qt6/plugins/*/*.so; do patchelf --set-rpath '$ORIGIN/../../..' "$plugin"; done

# Every library's licence travels with it.
licences=$stage/share/doc/ouroscope/licences
mkdir -p "$licences"
cp LICENSE "$stage/share/doc/ouroscope/"
for library in "$stage"/lib/*.so*; do
  owner=$(dpkg -S "*/$(basename "$library")" 2>/dev/null | sed -n '1s/:.*//p')
  [ -n "$owner" ] || { echo "package: no Debian package owns $(basename "$library")." >&2; exit 1; }
  [ -e "$licences/$owner" ] || cp -L "/usr/share/doc/$owner/copyright" "$licences/$owner"
done
tar -C "$build/archive" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -cf - "$name" | xz -3 -T2 >"$out/$name.tar.xz"
rm -rf "$build/archive"
ls -l "$out"
