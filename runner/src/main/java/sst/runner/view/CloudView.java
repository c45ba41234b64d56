package sst.runner.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.runner.cloud.CloudStatus;
import sst.runner.ui.Result;

/** The local cloud, to be read: where it is, what of it runs, and what it only records. */
public final class CloudView {
    private static final int WIDTH = 100;

    private CloudView() {}

    /** {@code {running, endpoint, pid, megabytes, services, recorded}}. */
    public static Result of(Optional<CloudStatus> status) {
        return Result.of(status.map(CloudView::lines).orElse(List.of("not running")), json(status));
    }

    private static List<String> lines(CloudStatus cloud) {
        String memory = cloud.megabytes() == 0 ? "" : "  " + cloud.megabytes() + " MB";
        List<String> lines = new ArrayList<>(List.of(cloud.endpoint() + "  process " + cloud.pid() + memory));
        List<String> names = new ArrayList<>();
        List<String> recorded = new ArrayList<>();
        for (Map.Entry<String, JsonNode> service : cloud.services().properties()) {
            names.add(service.getKey());
            service.getValue()
                    .path("recorded")
                    .forEach(each -> recorded.add(each.asText() + " of " + service.getKey()));
        }
        recorded.addAll(cloud.recorded());
        lines.addAll(wrapped("services: ", names));
        for (Map.Entry<String, JsonNode> service : cloud.services().properties()) {
            service.getValue().path("parts").forEach(part -> lines.add("  " + service.getKey() + "  " + part.asText()));
        }
        lines.addAll(wrapped("recorded, not enforced: ", recorded));
        return lines;
    }

    /** A list with its title, in lines of a terminal's width. */
    private static List<String> wrapped(String title, List<String> items) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(title);
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i < items.size() - 1 ? ", " : "");
            if (line.length() + item.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder("  ");
            }
            line.append(item);
        }
        if (!items.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static ObjectNode json(Optional<CloudStatus> status) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("running", status.isPresent());
        status.ifPresent(cloud -> {
            json.put("endpoint", cloud.endpoint()).put("pid", cloud.pid());
            json.put("megabytes", cloud.megabytes());
            json.set("services", cloud.services());
            json.set("recorded", cloud.said().path("recorded"));
        });
        return json;
    }
}
