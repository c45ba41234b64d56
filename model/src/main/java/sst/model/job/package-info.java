/**
 * Here: the props and handle of jobs, which run longer than functions may.
 * In: what users write. Out: JobProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.job;

import org.jspecify.annotations.NullMarked;
