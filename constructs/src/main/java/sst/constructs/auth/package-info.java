/**
 * Here: sign-ins and their keys.
 * In: props. Out: keys in SSM, and what functions see of them.
 * Must not be here: routes of APIs.
 */
@NullMarked
package sst.constructs.auth;

import org.jspecify.annotations.NullMarked;
