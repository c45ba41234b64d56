package sst.runner.ui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A command's result in both of its forms.
 *
 * @param lines for people
 * @param json one value a line for programs
 */
public record Result(List<String> lines, List<? extends JsonNode> json) {
    public Result {
        lines = List.copyOf(lines);
        json = List.copyOf(json);
    }

    public static Result of(List<String> lines, JsonNode json) {
        return new Result(lines, List.of(json));
    }
}
