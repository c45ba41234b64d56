/**
 * Here: what an account and region need once before anything can be deployed to them.
 * In: an account and region. Out: a usable bucket and roles, or the command that makes them.
 * Must not be here: the app's own stacks.
 */
@NullMarked
package sst.runner.deploy.bootstrap;

import org.jspecify.annotations.NullMarked;
