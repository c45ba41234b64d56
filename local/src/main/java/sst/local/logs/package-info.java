/**
 * Here: CloudWatch Logs: groups, streams, events in the order of time, search by pattern.
 * In: JSON calls, lines of functions, AWS::Logs::LogGroup resources. Out: events in the store.
 * Must not be here: knowledge of who writes the lines.
 */
@NullMarked
package sst.local.logs;

import org.jspecify.annotations.NullMarked;
