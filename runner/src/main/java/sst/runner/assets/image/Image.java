package sst.runner.assets.image;

import sst.runner.assembly.AssetEntry.DockerAsset;
import sst.runner.aws.ImagePort;

/**
 * One image that must be in its repository before a stack can refer to it.
 *
 * @param images with the rights of the publishing role
 */
public record Image(DockerAsset asset, ImagePort images, String repository, String tag) {}
