/**
 * Here: functions, versions, aliases and layers as they are kept, their names, and Lambda's errors.
 * In: records to keep. Out: the same records, or that there are none.
 * Must not be here: rules of what may be changed.
 */
@NullMarked
package sst.local.lambda.control.record;

import org.jspecify.annotations.NullMarked;
