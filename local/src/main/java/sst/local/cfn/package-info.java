/**
 * Here: the CloudFormation service, put together from its parts.
 * In: the host, what other services offer, and the providers of resource types. Out: one local service.
 * Must not be here: rules of templates, stacks or change sets.
 */
@NullMarked
package sst.local.cfn;

import org.jspecify.annotations.NullMarked;
