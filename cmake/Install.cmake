# SPDX-License-Identifier: MIT
# Where an installation has what, and its packages: stampede (the window), stampede-cli (the command line, which needs
# neither Widgets nor a display) and stampede-doc. `cmake --install`, `cpack -G DEB`.
include(GNUInstallDirs)

set(STAMPEDE_RELEASE_DATE "2026-11-30" CACHE STRING "The day of the version, for software centres")
set(made "${CMAKE_BINARY_DIR}/packaging")
file(MAKE_DIRECTORY "${made}")

# As manual pages and changes are kept: packed, the same bytes each time.
function(stampede_install_packed file folder component)
    install(CODE "execute_process(COMMAND gzip -9nkf \"${file}\" COMMAND_ERROR_IS_FATAL ANY)" COMPONENT ${component})
    install(FILES "${file}.gz" DESTINATION "${folder}" COMPONENT ${component})
endfunction()

install(TARGETS stampede-cli RUNTIME COMPONENT cli)
install(TARGETS stampede-supervisor RUNTIME DESTINATION "${CMAKE_INSTALL_LIBEXECDIR}/stampede" COMPONENT cli)

# Manual pages and completions, from the program's own tables.
add_executable(make_manual app/make_manual.cpp)
target_link_libraries(make_manual PRIVATE stampede::app stampede_warnings)
target_compile_definitions(make_manual PRIVATE STAMPEDE_VERSION="${PROJECT_VERSION}")
set(pages)
foreach(page IN ITEMS man:stampede-cli.1 bash:stampede-cli.bash zsh:_stampede-cli fish:stampede-cli.fish)
    string(REPLACE ":" ";" page "${page}")
    list(GET page 0 kind)
    list(GET page 1 file)
    add_custom_command(OUTPUT "${made}/${file}" COMMAND make_manual ${kind} "${made}/${file}" DEPENDS make_manual)
    list(APPEND pages "${made}/${file}")
endforeach()
if(TARGET stampede)
    add_custom_command(OUTPUT "${made}/stampede.1" DEPENDS make_manual stampede
        COMMAND "$<TARGET_FILE:stampede>" --help --language en | "$<TARGET_FILE:make_manual>" gui-man "${made}/stampede.1")
    list(APPEND pages "${made}/stampede.1")
endif()
set(page_scenario scenario)
set(page_profile audit-command)
foreach(format IN ITEMS scenario profile)
    add_custom_command(OUTPUT "${made}/stampede-${format}.5"
        COMMAND make_manual page:${format} "${made}/stampede-${format}.5" < "${PROJECT_SOURCE_DIR}/docs/${page_${format}}.md"
        DEPENDS make_manual "${PROJECT_SOURCE_DIR}/docs/${page_${format}}.md")
    list(APPEND pages "${made}/stampede-${format}.5")
endforeach()
add_custom_target(manual ALL DEPENDS ${pages})

stampede_install_packed("${made}/stampede-cli.1" "${CMAKE_INSTALL_MANDIR}/man1" cli)
stampede_install_packed("${made}/stampede-scenario.5" "${CMAKE_INSTALL_MANDIR}/man5" cli)
stampede_install_packed("${made}/stampede-profile.5" "${CMAKE_INSTALL_MANDIR}/man5" cli)
install(FILES "${made}/stampede-cli.bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
    RENAME stampede-cli COMPONENT cli)
install(FILES "${made}/_stampede-cli" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions" COMPONENT cli)
install(FILES "${made}/stampede-cli.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d"
    COMPONENT cli)

if(TARGET stampede)
    install(TARGETS stampede RUNTIME COMPONENT gui)
    stampede_install_packed("${made}/stampede.1" "${CMAKE_INSTALL_MANDIR}/man1" gui)
    install(FILES packaging/linux/org.stampede.stampede.desktop
        DESTINATION "${CMAKE_INSTALL_DATADIR}/applications" COMPONENT gui)
    configure_file(packaging/linux/org.stampede.stampede.metainfo.xml "${made}/org.stampede.stampede.metainfo.xml" @ONLY)
    install(FILES "${made}/org.stampede.stampede.metainfo.xml"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo" COMPONENT gui)
    install(FILES packaging/linux/stampede.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages" COMPONENT gui)
    set(icons "${CMAKE_INSTALL_DATADIR}/icons/hicolor")
    file(GLOB kinds RELATIVE "${PROJECT_SOURCE_DIR}/packaging/icons" "packaging/icons/application-*.svg")
    install(FILES packaging/icons/stampede.svg DESTINATION "${icons}/scalable/apps" COMPONENT gui)
    install(FILES packaging/icons/stampede-symbolic.svg DESTINATION "${icons}/symbolic/apps" COMPONENT gui)
    foreach(size IN ITEMS 16 22 24 32 48 64 128 256 512)
        install(FILES packaging/icons/${size}/stampede.png DESTINATION "${icons}/${size}x${size}/apps" COMPONENT gui)
    endforeach()
    foreach(kind IN LISTS kinds)
        install(FILES packaging/icons/${kind} DESTINATION "${icons}/scalable/mimetypes" COMPONENT gui)
        string(REPLACE ".svg" ".png" picture "${kind}")
        foreach(size IN ITEMS 16 22 24 32 48 64 128 256 512)
            install(FILES packaging/icons/${size}/${picture}
                DESTINATION "${icons}/${size}x${size}/mimetypes" COMPONENT gui)
        endforeach()
    endforeach()
endif()

install(DIRECTORY docs/ DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/stampede-doc" COMPONENT doc)
install(FILES README.md DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/stampede-doc" COMPONENT doc)

# Debian asks each package for its licence and its changes.
set(package_cli stampede-cli)
set(package_gui stampede)
set(package_doc stampede-doc)
# As Debian's own tools know who builds.
set(builder "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
if("$ENV{DEBEMAIL}" STREQUAL "")
    set(builder "Whoever built it <nobody@localhost.localdomain>")
elseif("$ENV{DEBFULLNAME}" STREQUAL "")
    set(builder "The Stampede authors <$ENV{DEBEMAIL}>")
endif()
string(TIMESTAMP day "%a, %d %b %Y 00:00:00 +0000" UTC)
file(CONFIGURE OUTPUT "${made}/changelog" CONTENT
"stampede (${PROJECT_VERSION}) unstable; urgency=medium

  * What is new stands in CHANGELOG.md (package stampede-doc).

 -- ${builder}  ${day}
" @ONLY)
foreach(component IN ITEMS cli gui doc)
    install(FILES LICENSE RENAME copyright
        DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${package_${component}}" COMPONENT ${component})
    stampede_install_packed("${made}/changelog" "${CMAKE_INSTALL_DATADIR}/doc/${package_${component}}" ${component})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME stampede)
set(CPACK_PACKAGE_VENDOR "The Stampede authors")
set(CPACK_PACKAGE_CONTACT "${builder}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/packages")
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL cli gui doc)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_CLI_PACKAGE_NAME ${package_cli})
set(CPACK_DEBIAN_GUI_PACKAGE_NAME ${package_gui})
set(CPACK_DEBIAN_DOC_PACKAGE_NAME ${package_doc})
set(CPACK_DEBIAN_CLI_PACKAGE_DEPENDS "libqt6sql6-mysql, libqt6sql6-sqlite")
set(CPACK_DEBIAN_CLI_PACKAGE_RECOMMENDS "mariadb-server-core, mariadb-client-core, fonts-nanum")
set(CPACK_DEBIAN_GUI_PACKAGE_DEPENDS "stampede-cli (= ${PROJECT_VERSION}), libqt6svg6")
set(CPACK_DEBIAN_GUI_PACKAGE_SUGGESTS stampede-doc)
set(CPACK_DEBIAN_DOC_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DOC_PACKAGE_SECTION doc)
set(CPACK_DEBIAN_DOC_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_CLI_DESCRIPTION "load-test a coupon service and audit its database
 Sends a crowd of virtual users after a limited coupon, waits until the
 database rests, and proves row by row whether stock, rows and answers agree.
 Attacks its own service or anybody's over HTTP, and judges the runs of k6,
 JMeter and vegeta. This is the command line.")
set(CPACK_DEBIAN_GUI_DESCRIPTION "stress sessions with a coupon service, live and audited
 Shows live what a crowd after a limited coupon does to a service - issued,
 already issued, out of stock, errors, latency, lock waits - and audits its
 database. This is the window.")
set(CPACK_DEBIAN_DOC_DESCRIPTION "documentation of Stampede
 What the load tester and auditor Stampede does and proves, its file formats
 and their JSON Schemas.")
include(CPack)
