/**
 * Here: many stacks worked on at once, each when those it waits for are good, and again when AWS fails a step.
 * In: tasks and what they wait for. Out: outcomes.
 * Must not be here: what a task does, printing.
 */
@NullMarked
package sst.runner.deploy.graph;

import org.jspecify.annotations.NullMarked;
