// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>

namespace ouroscope {

/// Widths that figures of common venues have. Templates change: check the current one.
struct PaperSize {
  const char* id;
  const char* title;  ///< names, the same in every language
  double widthMm;
};
inline constexpr std::array<PaperSize, 16> kPaperSizes{{
    {"neurips", "NeurIPS, text width (5.5 in)", 5.5 * 25.4},
    {"icml-column", "ICML, column (3.25 in)", 3.25 * 25.4},
    {"icml-full", "ICML, full width (6.75 in)", 6.75 * 25.4},
    {"acl-column", "ACL, column (7.7 cm)", 77},
    {"acl-full", "ACL, full width (16 cm)", 160},
    {"ieee-column", "IEEE, column (3.5 in)", 3.5 * 25.4},
    {"ieee-full", "IEEE, full width (7.16 in)", 7.16 * 25.4},
    {"nature-column", "Nature, column (89 mm)", 89},
    {"nature-full", "Nature, full width (183 mm)", 183},
    {"pnas-column", "PNAS, column (87 mm)", 87},
    {"pnas-full", "PNAS, full width (178 mm)", 178},
    {"elsevier-column", "Elsevier, column (90 mm)", 90},
    {"elsevier-full", "Elsevier, full width (190 mm)", 190},
    {"springer-column", "Springer, column (84 mm)", 84},
    {"springer-full", "Springer, full width (174 mm)", 174},
    {"beamer", "Beamer, slide width (128 mm)", 128},
}};

}  // namespace ouroscope
