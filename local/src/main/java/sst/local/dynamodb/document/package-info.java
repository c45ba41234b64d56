/**
 * Here: document paths and what can be done along them: read, project, edit.
 * In: items and paths. Out: values and changed items.
 * Must not be here: syntax, conditions, tables.
 */
@NullMarked
package sst.local.dynamodb.document;

import org.jspecify.annotations.NullMarked;
