/**
 * Here: items as rows of sorted byte maps: keys in DynamoDB's order, items in wire form.
 * In: key values and items. Out: rows and ranges of rows.
 * Must not be here: which attributes are keys, conditions, requests.
 */
@NullMarked
package sst.local.dynamodb.row;

import org.jspecify.annotations.NullMarked;
