/**
 * Here: custom resources: functions that make what CloudFormation has no type for.
 * In: properties and a ServiceToken. Out: what the function answers by HTTP PUT.
 * Must not be here: how functions run.
 */
@NullMarked
package sst.local.cfn.custom;

import org.jspecify.annotations.NullMarked;
