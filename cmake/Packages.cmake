# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed beside the programs, and the Debian packages that cpack makes: ouroscope, and ouroscope-cuda where the CUDA
# module was built. tools/package.sh makes both, and an archive for other distributions.
set(DATA ${CMAKE_INSTALL_DATADIR})
set(PACKAGE_FILES ${CMAKE_SOURCE_DIR}/resources/package)

install(DIRECTORY resources/demo resources/language resources/traces resources/recipes DESTINATION ${DATA}/ouroscope COMPONENT program)
# What makes the folder of the language demo; training and measuring stay in the source tree.
install(PROGRAMS tools/language_demo.sh DESTINATION ${DATA}/ouroscope/tools COMPONENT program)
install(FILES tools/language_demo/make.py tools/language_demo/recipe.py tools/language_demo/folder.py tools/language_demo/gguf_file.py
  tools/language_demo/safetensors_file.py DESTINATION ${DATA}/ouroscope/tools/language_demo COMPONENT program)
install(FILES ${PACKAGE_FILES}/ouroscope.desktop DESTINATION ${DATA}/applications COMPONENT program)
install(FILES ${PACKAGE_FILES}/ouroscope.metainfo.xml DESTINATION ${DATA}/metainfo COMPONENT program)
install(FILES ${PACKAGE_FILES}/ouroscope.xml DESTINATION ${DATA}/mime/packages COMPONENT program)
install(FILES resources/icons/ouroscope.svg DESTINATION ${DATA}/icons/hicolor/scalable/apps COMPONENT program)
install(FILES resources/icons/adwaita/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME LICENSE.symbols COMPONENT program)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)

# ---- Debian's own files ------------------------------------------------------------------------------------------------
# Who made a package: Debian's own variables, as its tools read them.
foreach(variable DEBFULLNAME DEBEMAIL)
  set(${variable} "$ENV{${variable}}")
endforeach()
if(NOT DEBFULLNAME)
  set(DEBFULLNAME "Ouroscope authors")
endif()
if(NOT DEBEMAIL)
  set(DEBEMAIL "authors@ouroscope.invalid")
endif()
# The date of the commit, so that equal sources give equal packages.
execute_process(COMMAND git -C ${CMAKE_SOURCE_DIR} log -1 --format=%cD OUTPUT_VARIABLE PACKAGE_DATE OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT PACKAGE_DATE)
  string(TIMESTAMP PACKAGE_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
endif()
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
find_program(GZIP gzip)
foreach(package ouroscope ouroscope-cuda)
  set(folder ${CMAKE_BINARY_DIR}/package/${package})
  file(WRITE ${folder}/changelog.Debian "${package} (${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) stable; urgency=medium\n\n"
    "  * Version ${PROJECT_VERSION}; what is new in it is in CHANGELOG.md of ouroscope.\n\n"
    " -- ${DEBFULLNAME} <${DEBEMAIL}>  ${PACKAGE_DATE}\n")
  if(GZIP)
    execute_process(COMMAND ${GZIP} -9nf ${folder}/changelog.Debian COMMAND_ERROR_IS_FATAL ANY)
  endif()
  if(package STREQUAL "ouroscope")
    set(component program)
  else()
    set(component cuda)
  endif()
  if(component STREQUAL "program" OR TARGET ouroscope_cuda)
    install(FILES ${folder}/changelog.Debian.gz ${PACKAGE_FILES}/copyright DESTINATION ${DATA}/doc/${package} COMPONENT ${component} OPTIONAL)
  endif()
endforeach()

# ---- cpack -------------------------------------------------------------------------------------------------------------
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "${DEBFULLNAME} <${DEBEMAIL}>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "see how a looped language model spends its depth")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL program)
if(TARGET ouroscope_cuda)
  list(APPEND CPACK_COMPONENTS_ALL cuda)
endif()
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME ouroscope)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
# Qt's own words in other languages; a font with Chinese and Japanese; what the language demo is made with.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "qt6-translations-l10n, fonts-noto-cjk, python3, python3-venv, python3-numpy")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "ouroscope-cuda, python3-safetensors")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"A looped language model applies the same layers several times to every
token. Ouroscope runs such a model and records, for every token and every
loop, the hidden state, the exit probability and the next words. The window
shows the record and answers questions about it; the command line does the
same without a display, also over a corpus. Figures are written as PDF, SVG,
PNG, CSV and JSON. A small model and recorded runs are included.")

# cuBLAS is not in Debian: the module is there for machines that have CUDA 13, and says so where it is missing.
set(CPACK_DEBIAN_CUDA_PACKAGE_NAME ouroscope-cuda)
set(CPACK_DEBIAN_CUDA_PACKAGE_DEPENDS "ouroscope (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}), libc6 (>= 2.36), libgcc-s1 (>= 12), libstdc++6 (>= 12)")
set(CPACK_DEBIAN_CUDA_PACKAGE_RECOMMENDS "libcublas-13-0")
set(CPACK_DEBIAN_CUDA_DESCRIPTION
"run models of Ouroscope on NVIDIA GPUs
The module by which Ouroscope runs models on NVIDIA GPUs of compute
capability 8.0 and newer. It needs the libraries of CUDA 13 (cuBLAS) and
NVIDIA's driver, which are not part of Debian. Without them Ouroscope works
on the processor and says what is missing.")
include(CPack)
