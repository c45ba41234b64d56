/**
 * Here: the one port between a command and the user's app, whatever it was written in.
 * In: options. Out: who the app is and, when asked, its assembly.
 * Must not be here: AWS, printing.
 */
@NullMarked
package sst.runner.app;

import org.jspecify.annotations.NullMarked;
