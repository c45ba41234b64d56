/**
 * Here: what happens to objects, who wants to know, and how they are told.
 * In: changes of objects, notification rules. Out: events for functions, queues, topics and the event bus.
 * Must not be here: S3's calls, storage of objects.
 */
@NullMarked
package sst.local.s3.event;

import org.jspecify.annotations.NullMarked;
