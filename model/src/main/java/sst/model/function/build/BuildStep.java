package sst.model.function.build;

import java.nio.file.Path;

/**
 * What a closure around a build gets.
 *
 * @param function the function's address in the app
 * @param handler its handler
 * @param project the app's folder
 * @param out the folder that is packed
 */
public record BuildStep(String function, String handler, Path project, Path out) {}
