/**
 * Here: reading SSM parameters over signed HTTP.
 * In: names of parameters and the AWS settings of the environment. Out: decrypted values by name.
 * Must not be here: what a name means to sst.
 */
@NullMarked
package sst.client.ssm;

import org.jspecify.annotations.NullMarked;
