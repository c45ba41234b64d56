/**
 * Here: the RDS Data API: statements with named parameters, transactions, results as the API's fields.
 * In: JSON calls. Out: SQL over JDBC, and its results or errors as AWS words them.
 * Must not be here: clusters and how they are made.
 */
@NullMarked
package sst.local.rds.data;

import org.jspecify.annotations.NullMarked;
