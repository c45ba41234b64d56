/**
 * Here: the props and handle of databases.
 * In: what users write. Out: RdsProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.rds;

import org.jspecify.annotations.NullMarked;
