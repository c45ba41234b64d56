/**
 * Here: AWS STS: who the caller is, and temporary credentials that are good for nothing outside.
 * In: calls by the query protocol. Out: fixed identities and made-up credentials.
 * Must not be here: any check of a credential.
 */
@NullMarked
package sst.local.sts;

import org.jspecify.annotations.NullMarked;
