package sst.constructs.assembly;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import sst.constructs.construct.Places;
import sst.model.app.AppModel;
import sst.model.app.StackModel;

/**
 * Writes {@code sst.json}, which tells from which line of the config a resource comes: for each stack by physical name
 * {@code {"name", "resources": {LOGICALID: {"construct", "type", "file", "line"}}}}.
 */
final class AssemblyIndex {
    private final AppModel model;
    private final Places places;

    AssemblyIndex(AppModel model, Places places) {
        this.model = model;
        this.places = places;
    }

    ObjectNode of(AssemblyManifest manifest, String region, String fingerprint) {
        ObjectNode index = JsonNodeFactory.instance.objectNode();
        index.put("version", 1)
                .put("app", model.name())
                .put("stage", model.stage())
                .put("region", region)
                .put("fingerprint", fingerprint);
        ObjectNode stacks = index.putObject("stacks");
        manifest.stacks().forEach((name, written) -> {
            ObjectNode stack = stacks.putObject(name);
            stack.put("name", name(written.id()));
            ObjectNode resources = stack.putObject("resources");
            written.logicalIds().forEach((path, logicalId) -> places.of(path)
                    .ifPresent(origin -> describe(resources.putObject(logicalId), origin)));
        });
        return index;
    }

    private String name(String id) {
        Optional<StackModel> stack = model.stacks().stream()
                .filter(each -> id.equals(model.logicalPrefixedName(
                        each.options().id() == null
                                ? each.name()
                                : each.options().id())))
                .findFirst();
        return stack.map(StackModel::name).orElse(id);
    }

    private static void describe(ObjectNode resource, Places.Origin origin) {
        resource.put("construct", origin.construct())
                .put("type", origin.type())
                .put("file", origin.at().file())
                .put("line", origin.at().line());
    }
}
