/**
 * Here: what constructs that send events share: receivers, consumers, their handle.
 * In: what users write about receivers. Out: records that constructs of the CDK read.
 * Must not be here: any single construct, CDK.
 */
@NullMarked
package sst.model.event;

import org.jspecify.annotations.NullMarked;
