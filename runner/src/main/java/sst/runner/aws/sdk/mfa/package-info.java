/**
 * Here: roles of the AWS configuration that ask for a one-time code.
 * In: a profile, and somebody to ask. Out: credentials, kept where the AWS CLI keeps its own.
 * Must not be here: other credentials, clients.
 */
@NullMarked
package sst.runner.aws.sdk.mfa;

import org.jspecify.annotations.NullMarked;
