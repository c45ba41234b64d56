package sst.runner.assembly;

import org.jspecify.annotations.Nullable;

/**
 * The construct and config line that a CloudFormation resource was made by.
 *
 * @param construct the construct's path as its user wrote it, such as {@code Api/GET /notes}
 * @param type the construct's type, or the CloudFormation type where no construct is known
 * @param place {@code sst.config.groovy:26}, null when unknown
 */
public record Origin(String construct, String type, @Nullable String place) {}
