/**
 * Here: PostgreSQL as a child process: its programs, data folders, start and end.
 * In: a folder, a port. Out: a server on 127.0.0.1, or why there is none.
 * Must not be here: clusters, SQL, AWS.
 */
@NullMarked
package sst.local.postgres;

import org.jspecify.annotations.NullMarked;
