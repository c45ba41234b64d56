package sst.runner.action.function;

/**
 * A function as it is deployed.
 *
 * @param construct its construct's path, such as {@code Api/GET /notes}; the logical id where that is unknown
 * @param logicalId its id in the template
 * @param name its name in Lambda
 */
record DeployedFunction(String construct, String logicalId, String name) {
    boolean isCalled(String text) {
        return text.equals(construct) || text.equals(logicalId) || text.equals(name);
    }
}
