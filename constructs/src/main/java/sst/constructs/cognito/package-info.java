/**
 * Here: Cognito user pools and identity pools.
 * In: props and triggers. Out: the CDK's objects, and the roles of users.
 * Must not be here: other constructs than functions.
 */
@NullMarked
package sst.constructs.cognito;

import org.jspecify.annotations.NullMarked;
