# SPDX-License-Identifier: MIT
# A module is a static library with an include root of its own: only who links the module can include its
# headers, so an arrow against the architecture does not compile. The root is a folder in the build
# tree that holds one link, MODULE -> the module's sources; headers are included as "MODULE/header.h".
#
# stampede_module(NAME [MOC] SOURCES file... [DEPENDS target...]), with MOC where it has a Q_OBJECT
function(stampede_module name)
    cmake_parse_arguments(PARSE_ARGV 1 MODULE "MOC" "" "SOURCES;DEPENDS")
    set(root "${CMAKE_BINARY_DIR}/roots/${name}")
    file(MAKE_DIRECTORY "${root}")
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${root}/${name}" SYMBOLIC)

    add_library(stampede_${name} STATIC ${MODULE_SOURCES})
    add_library(stampede::${name} ALIAS stampede_${name})
    target_include_directories(stampede_${name} PUBLIC "${root}")
    target_link_libraries(stampede_${name} PUBLIC ${MODULE_DEPENDS} PRIVATE stampede_warnings)
    set_target_properties(stampede_${name} PROPERTIES AUTOMOC ${MODULE_MOC})
    if("Qt6::Widgets" IN_LIST MODULE_DEPENDS)
        target_precompile_headers(stampede_${name} REUSE_FROM stampede_precompiled_ui)
    elseif("Qt6::Core" IN_LIST MODULE_DEPENDS)
        target_precompile_headers(stampede_${name} REUSE_FROM stampede_precompiled_core)
    endif()
endfunction()

# What Qt's meta-object compiler makes of a test's sources, one plain call a file: CMake's AUTOMOC would look
# through all of them at every build and compile a file more for each of some two hundred tests.
function(stampede_moc name)
    foreach(source IN LISTS ARGN)
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE path)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
        file(STRINGS "${path}" objects REGEX "^ *Q_(OBJECT|GADGET|NAMESPACE)" LIMIT_COUNT 1)
        if(NOT objects)
            continue()
        endif()
        cmake_path(GET source STEM stem)
        if(source MATCHES "\\.h$")
            set(made "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/moc_${stem}.cpp")
        else()
            set(made "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/${stem}.moc")
            target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
        endif()
        qt6_generate_moc("${path}" "${made}" TARGET ${name})
        target_sources(${name} PRIVATE "${made}")
    endforeach()
endfunction()

# stampede_test(NAME LABEL unit|db|ui SOURCES file... [DEPENDS target...] [TIMEOUT seconds] [ALONE])
#
# The tests of a folder and a label are one program, so that their headers are read and their libraries linked
# once; ctest runs each class of it by its name. ALONE: a program of its own, with a main() of its own.
function(stampede_test name)
    cmake_parse_arguments(PARSE_ARGV 1 TEST "ALONE" "LABEL;TIMEOUT" "SOURCES;DEPENDS")
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 900) # under a sanitizer, beside whatever else runs
    endif()
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
    set(program "tests_${folder}_${TEST_LABEL}")
    set(words ${name})
    if(TEST_ALONE)
        set(program ${name})
        set(words "")
    endif()
    if(NOT TARGET ${program})
        add_executable(${program})
        target_link_libraries(${program} PRIVATE Qt6::Network Qt6::Test stampede_warnings)
        target_include_directories(${program} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
        target_compile_definitions(${program} PRIVATE STAMPEDE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
            STAMPEDE_FUZZ_CORPUS="${PROJECT_BINARY_DIR}/tests/fuzz/corpus")
        if(TARGET stampede-cli AND folder MATCHES "^(app|run)$") # they start it
            target_compile_definitions(${program} PRIVATE STAMPEDE_CLI="$<TARGET_FILE:stampede-cli>")
            add_dependencies(${program} stampede-cli)
        endif()
        if(NOT TEST_ALONE)
            target_sources(${program} PRIVATE "${PROJECT_SOURCE_DIR}/tests/test_program.cpp")
        endif()
        cmake_language(EVAL CODE "cmake_language(DEFER CALL stampede_test_headers ${program})")
    endif()
    foreach(source IN LISTS TEST_SOURCES)
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE path)
        get_target_property(known ${program} SOURCES)
        if(NOT path IN_LIST known)
            target_sources(${program} PRIVATE "${path}")
            stampede_moc(${program} "${path}")
        endif()
    endforeach()
    target_link_libraries(${program} PRIVATE ${TEST_DEPENDS})
    add_test(NAME ${name} COMMAND ${program} ${words})
    set_tests_properties(${name} PROPERTIES LABELS ${TEST_LABEL} TIMEOUT ${TEST_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TSAN_OPTIONS=halt_on_error=1:suppressions=${PROJECT_SOURCE_DIR}/cmake/tsan.supp")
    if(TEST_LABEL STREQUAL "ui")
        # A warning in the log fails the test, but for "This plugin does not support ...", which the offscreen
        # platform says of every window.
        set_tests_properties(${name} PROPERTIES FAIL_REGULAR_EXPRESSION
            "QWARN +: [^\n]*\\) ([^T]|T[^h]|Th[^i]);QCRITICAL")
    endif()
    if(TEST_LABEL STREQUAL "db")
        set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED database)
    endif()
endfunction()

# The precompiled headers that fit what the program's tests depend on; said when all are known.
function(stampede_test_headers program)
    get_target_property(libraries ${program} LINK_LIBRARIES)
    if("stampede::ui" IN_LIST libraries)
        target_precompile_headers(${program} REUSE_FROM stampede_precompiled_ui_test)
    elseif(NOT "${libraries}" MATCHES "stampede::(app|print)(;|$)") # they bring Gui: QTest looks for it too
        target_precompile_headers(${program} REUSE_FROM stampede_precompiled_test)
    endif()
endfunction()
