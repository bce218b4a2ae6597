// SPDX-License-Identifier: MIT
// Nothing: a library that precompiles headers has to have a source.
