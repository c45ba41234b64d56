/**
 * Here: jobs: a CodeBuild project, and the function that starts and stops it.
 * In: props and built code. Out: the CDK's objects, and what may be done with them.
 * Must not be here: how code is built.
 */
@NullMarked
package sst.constructs.job;

import org.jspecify.annotations.NullMarked;
