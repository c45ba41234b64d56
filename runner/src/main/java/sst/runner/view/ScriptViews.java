package sst.runner.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import sst.runner.ui.Result;
import sst.scripts.source.ScriptFile;
import sst.scripts.source.ScriptHeader;

/** How scripts are shown. */
public final class ScriptViews {
    private ScriptViews() {}

    /** A list of {@code {name, description, stages, readOnly, file}}; no stages means all. */
    public static Result list(List<ScriptFile> scripts) {
        List<List<String>> rows = new ArrayList<>();
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (ScriptFile script : scripts) {
            ScriptHeader header = ScriptHeader.of(script);
            rows.add(List.of(script.name(), header.description(), header.reach(), script.file()));
            ObjectNode one = json.addObject();
            one.put("name", script.name()).put("description", header.description());
            ArrayNode stages = one.putArray("stages");
            header.stages().forEach(stages::add);
            one.put("readOnly", header.readOnly()).put("file", script.file());
        }
        return Result.of(aligned(rows), json);
    }

    private static List<String> aligned(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(each -> each.get(column).length())
                        .max()
                        .orElse(0);
                line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
