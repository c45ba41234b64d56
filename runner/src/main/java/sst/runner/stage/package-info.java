/**
 * Here: which stage is meant, and the project's .sst folder that remembers it.
 * In: options, environment, the project folder. Out: a StageName and paths.
 * Must not be here: AWS, the config.
 */
@NullMarked
package sst.runner.stage;

import org.jspecify.annotations.NullMarked;
