# SPDX-License-Identifier: MIT
# Compiled objects are kept where ccache is installed, and a second clone on the machine finds them: paths count from
# the top of the checkout. A precompiled header has the paths of its clone in it, so it is known by what it is made
# from instead (stampede_precompile() writes that beside it).
find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=true CCACHE_PCH_EXTSUM=true
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        "${CCACHE}")
endif()
