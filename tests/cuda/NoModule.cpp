// SPDX-License-Identifier: GPL-3.0-or-later
// Some shared library that is not a module of this program.
extern "C" __attribute__((visibility("default"))) int somethingElse() {
  return 1;
}
