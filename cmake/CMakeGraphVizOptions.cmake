# SPDX-License-Identifier: MIT
# The modules and what each may see, for scripts/module-picture.sh: no programs, tests or foreign libraries.
set(GRAPHVIZ_GRAPH_NAME "modules")
set(GRAPHVIZ_EXECUTABLES FALSE)
set(GRAPHVIZ_EXTERNAL_LIBS FALSE)
set(GRAPHVIZ_GENERATE_PER_TARGET FALSE)
set(GRAPHVIZ_GENERATE_DEPENDERS FALSE)
set(GRAPHVIZ_IGNORE_TARGETS "stampede_warnings" "stampede_precompiled.*" "stampede_foreign.*" "stampede_test.*")
