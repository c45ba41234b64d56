/**
 * Here: the props and handle of the DynamoDB table.
 * In: what users write. Out: TableProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.table;

import org.jspecify.annotations.NullMarked;
