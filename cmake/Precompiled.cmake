# SPDX-License-Identifier: MIT
# Headers precompiled once and used by all targets of a kind (GCC takes them wherever macros and options
# that they depend on are the same).

file(GLOB precompiled_headers "${PROJECT_SOURCE_DIR}/cmake/precompiled_*.h")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${precompiled_headers})

# stampede_precompile(KIND target...) - precompiled_KIND.h for whoever links what these targets bring
function(stampede_precompile kind)
    add_library(stampede_precompiled_${kind} STATIC "${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp")
    target_link_libraries(stampede_precompiled_${kind} PRIVATE ${ARGN} stampede_warnings)
    target_precompile_headers(stampede_precompiled_${kind} PRIVATE
        "${PROJECT_SOURCE_DIR}/cmake/precompiled_${kind}.h")
    # What it is made from, for ccache; flags are looked at anyhow.
    set(made "${Qt6_VERSION} ${Boost_VERSION} ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}")
    foreach(header IN LISTS precompiled_headers)
        file(SHA256 "${header}" hash)
        string(APPEND made " ${hash}")
    endforeach()
    file(WRITE
        "${CMAKE_BINARY_DIR}/CMakeFiles/stampede_precompiled_${kind}.dir/cmake_pch.hxx.gch.sum" "${made}")
endfunction()

# Qt's paths of test data: nobody asks for them, and a path that differs by folder is what a
# precompiled header cannot have.
set_property(TARGET Qt6::Test PROPERTY INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)

stampede_precompile(core Qt6::Core)
# QTest looks whether there is a network.
stampede_precompile(test Qt6::Network Qt6::Test)
if("ui" IN_LIST STAMPEDE_MODULES)
    stampede_precompile(ui Qt6::Widgets)
    stampede_precompile(ui_test Qt6::Network Qt6::Widgets Qt6::Test)
endif()
