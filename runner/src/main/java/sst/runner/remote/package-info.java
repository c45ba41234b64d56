/**
 * Here: what is deployed, as far as it can be read.
 * In: the CloudFormation port. Out: stacks with their templates, and stages by their tags.
 * Must not be here: changes of anything, the config.
 */
@NullMarked
package sst.runner.remote;

import org.jspecify.annotations.NullMarked;
