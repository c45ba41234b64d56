/**
 * Here: the files and programs of this machine, as far as building needs them.
 * In: paths and command lines. Out: folders, hashes, zips, and what programs printed.
 * Must not be here: knowledge of languages, functions or the CDK.
 */
@NullMarked
package sst.constructs.host;

import org.jspecify.annotations.NullMarked;
