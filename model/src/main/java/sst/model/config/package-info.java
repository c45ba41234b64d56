/**
 * Here: parameters and secrets of an app's stage.
 * In: what users write. Out: ParameterProps and SecretProps.
 * Must not be here: values of secrets.
 */
@NullMarked
package sst.model.config;

import org.jspecify.annotations.NullMarked;
