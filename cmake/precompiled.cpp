// Nothing: a library that precompiles headers has to have a source.
