package sst.constructs.build;

import java.nio.file.Path;
import sst.model.function.build.ContainerProps;

/**
 * A folder from which an image is built when the app is deployed.
 *
 * @param folder the build's context
 * @param props how it is built
 * @param hash of everything in the folder, and of the props
 */
public record BuiltImage(Path folder, ContainerProps props, String hash) implements BuiltCode {}
