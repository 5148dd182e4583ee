// SPDX-License-Identifier: GPL-3.0-or-later
// Some shared library that is no module of this program.
extern "C" __attribute__((visibility("default"))) int somethingElse() {
  return 1;
}
