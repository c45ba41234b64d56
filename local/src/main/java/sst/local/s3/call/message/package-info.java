/**
 * Here: one request and its reply: target, headers, body, elements of XML.
 * In: HTTP. Out: what was asked in S3's words, and answers as HTTP.
 * Must not be here: what a call does.
 */
@NullMarked
package sst.local.s3.call.message;

import org.jspecify.annotations.NullMarked;
