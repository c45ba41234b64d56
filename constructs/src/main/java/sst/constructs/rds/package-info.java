/**
 * Here: Aurora Serverless clusters and their migrations.
 * In: props, built migrator. Out: the CDK's objects, and what functions may do with a database.
 * Must not be here: how the migrator's code is made.
 */
@NullMarked
package sst.constructs.rds;

import org.jspecify.annotations.NullMarked;
