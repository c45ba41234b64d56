package sst.constructs.build.artifact;

import java.util.List;

/**
 * What a recipe says about the code it made.
 *
 * @param inputs everything it was made from
 * @param exports what handlers can name in it: functions of a module, classes of a jar; empty when it is not known
 */
public record Made(Inputs inputs, List<String> exports) {
    public Made {
        exports = List.copyOf(exports);
    }
}
