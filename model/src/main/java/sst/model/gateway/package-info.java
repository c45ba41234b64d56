/**
 * Here: what APIs of all kinds share: their handle, routes, access log, custom domain.
 * In: what users write. Out: checked values.
 * Must not be here: any single kind of API, CDK.
 */
@NullMarked
package sst.model.gateway;

import org.jspecify.annotations.NullMarked;
