/**
 * Here: what a deployed stage offers: the outputs file.
 * In: outputs by stack. Out: .sst/outputs.json.
 * Must not be here: AWS, printing.
 */
@NullMarked
package sst.runner.outputs;

import org.jspecify.annotations.NullMarked;
