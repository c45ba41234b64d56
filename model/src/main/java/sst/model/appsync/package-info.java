/**
 * Here: the props and handle of GraphQL APIs.
 * In: what users write. Out: AppSyncApiProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.appsync;

import org.jspecify.annotations.NullMarked;
