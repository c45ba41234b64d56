/**
 * Here: checks of this machine and account that explain most failures before they happen.
 * In: the environment. Out: findings.
 * Must not be here: repairs, printing.
 */
@NullMarked
package sst.runner.doctor;

import org.jspecify.annotations.NullMarked;
