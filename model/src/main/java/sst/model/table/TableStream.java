package sst.model.table;

import java.util.Arrays;
import java.util.List;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/** What a table's stream carries about each change. */
@Coerced(accepts = {boolean.class, String.class})
public enum TableStream {
    DISABLED("false"),
    NEW_AND_OLD_IMAGES("new_and_old_images"),
    NEW_IMAGE("new_image"),
    OLD_IMAGE("old_image"),
    KEYS_ONLY("keys_only");

    private final String text;

    TableStream(String text) {
        this.text = text;
    }

    /** {@code true} for new and old images, {@code false}, or a view type. */
    public static PropType<TableStream> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "true, false, 'new_image', 'old_image', 'new_and_old_images' or 'keys_only'";
            }

            @Override
            public TableStream coerce(Object raw) {
                if (raw instanceof TableStream stream) {
                    return stream;
                }
                if (raw instanceof Boolean enabled) {
                    return enabled ? NEW_AND_OLD_IMAGES : DISABLED;
                }
                return Arrays.stream(values())
                        .filter(each -> each.text.equals(String.valueOf(raw)))
                        .findFirst()
                        .orElseThrow(() -> mismatch(raw));
            }

            @Override
            public List<String> choices() {
                return Arrays.stream(values()).map(TableStream::toString).toList();
            }
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
