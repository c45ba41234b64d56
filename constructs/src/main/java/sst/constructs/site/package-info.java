/**
 * Here: static web sites: bucket, CloudFront, upload.
 * In: props, the built site. Out: the CDK's objects.
 * Must not be here: how a site is built.
 */
@NullMarked
package sst.constructs.site;

import org.jspecify.annotations.NullMarked;
