/**
 * Here: the way from an AppModel to a cloud assembly by the CDK.
 * In: an AppModel. Out: a cloud assembly folder.
 * Must not be here: AWS SDK, picocli, Groovy.
 */
@NullMarked
package sst.constructs;

import org.jspecify.annotations.NullMarked;
