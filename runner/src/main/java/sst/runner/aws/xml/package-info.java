/**
 * Here: the few calls of services whose part of the SDK is not worth its megabytes, signed by the SDK's own signer.
 * In: credentials and an HTTP client. Out: answers as records, by the ports.
 * Must not be here: services that the SDK is used for anyway (sst.runner.aws.sdk).
 */
@NullMarked
package sst.runner.aws.xml;

import org.jspecify.annotations.NullMarked;
