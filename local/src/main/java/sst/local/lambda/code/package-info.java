/**
 * Here: function code on disk, unzipped once for each digest.
 * In: zip files. Out: folders that workers run in.
 * Must not be here: functions' configurations.
 */
@NullMarked
package sst.local.lambda.code;

import org.jspecify.annotations.NullMarked;
