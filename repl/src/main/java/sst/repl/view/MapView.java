package sst.repl.view;

import groovy.lang.GroovyObjectSupport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Suggestion;
import sst.model.ref.View;
import sst.model.schema.PropType;

/** A prop with the user's own keys, such as {@code environment}, as the prompt reads and sets it. */
public final class MapView extends GroovyObjectSupport implements View {
    private final Views views;
    private final String path;
    private final PropType<?> type;
    private final Spot spot;

    MapView(Views views, String path, PropType<?> type, Spot spot) {
        this.views = views;
        this.path = path;
        this.type = type;
        this.spot = spot;
    }

    /** The keys, in the order written. */
    public List<String> keys() {
        return new ArrayList<>(values().keySet());
    }

    /** What is there, as typed values. */
    public Map<String, Object> values() {
        Map<String, Object> all = new LinkedHashMap<>();
        if (spot.get() instanceof Map<?, ?> map) {
            map.forEach((key, value) -> all.put(String.valueOf(key), value));
        }
        return all;
    }

    @Override
    public Object subject() {
        return values();
    }

    @Override
    public @Nullable Object getProperty(String name) {
        if (name.equals("metaClass")) {
            return getMetaClass();
        }
        if (!values().containsKey(name)) {
            throw Diagnostic.error(Code.UNKNOWN_PROPERTY, "no entry '" + name + "' in " + path)
                    .hint(Suggestion.hint(name, keys()))
                    .subject(name)
                    .asError();
        }
        return views.entry(path + "['" + name + "']", type, new Spot.Entry(spot, name));
    }

    @Override
    public void setProperty(String name, Object value) {
        new Spot.Entry(spot, name).set(views.taken(value));
    }

    @Override
    public String toString() {
        return path;
    }
}
