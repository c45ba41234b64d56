/**
 * Here: GraphQL APIs of AppSync.
 * In: props, schemas, templates. Out: the CDK's objects, and what functions may do with an API.
 * Must not be here: how a database or table is made.
 */
@NullMarked
package sst.constructs.appsync;

import org.jspecify.annotations.NullMarked;
