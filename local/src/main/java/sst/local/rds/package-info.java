/**
 * Here: RDS: Aurora PostgreSQL clusters and what belongs to them.
 * In: AWS::RDS resources, calls that look at clusters. Out: PostgreSQL servers, and where they are.
 * Must not be here: SQL of users; how a server is run.
 */
@NullMarked
package sst.local.rds;

import org.jspecify.annotations.NullMarked;
