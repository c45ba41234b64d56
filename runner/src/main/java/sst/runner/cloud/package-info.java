/**
 * Here: the embedded local cloud as a process: started on demand, found again, stopped.
 * In: the project's state folder and the launcher's lib folder. Out: an endpoint that answers.
 * Must not be here: any class of the local module, which is another process.
 */
@NullMarked
package sst.runner.cloud;

import org.jspecify.annotations.NullMarked;
