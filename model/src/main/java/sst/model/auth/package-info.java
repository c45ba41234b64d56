/**
 * Here: the props and handle of sign-ins.
 * In: what users write. Out: AuthProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.auth;

import org.jspecify.annotations.NullMarked;
