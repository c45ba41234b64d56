/**
 * Here: a CDK cloud assembly read from disk and checked.
 * In: a folder with manifest.json and, from us, sst.json. Out: an Assembly of plain values.
 * Must not be here: AWS calls, the command line.
 */
@NullMarked
package sst.runner.assembly;

import org.jspecify.annotations.NullMarked;
