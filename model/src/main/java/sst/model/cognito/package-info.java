/**
 * Here: the props and handle of user pools.
 * In: what users write. Out: CognitoProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.cognito;

import org.jspecify.annotations.NullMarked;
