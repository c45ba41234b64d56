/**
 * Here: event source mappings: which queues and streams feed which functions.
 * In: calls on mappings. Out: records in the store, and pollers of those that are enabled.
 * Must not be here: how records are read and functions called.
 */
@NullMarked
package sst.local.lambda.source;

import org.jspecify.annotations.NullMarked;
