/**
 * Here: CloudFront: distributions, functions, invalidations, and what is only recorded.
 * In: AWS::CloudFront resources and XML calls. Out: sites on ports of their own.
 * Must not be here: how a request is answered.
 */
@NullMarked
package sst.local.cloudfront;

import org.jspecify.annotations.NullMarked;
