package sst.runner.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param next the token of the page behind this one, null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** Every item of every page. */
    public static <T> List<T> all(Function<@Nullable String, Page<T>> read) {
        List<T> all = new ArrayList<>();
        @Nullable String token = null;
        do {
            Page<T> page = read.apply(token);
            all.addAll(page.items());
            token = page.next();
        } while (token != null);
        return all;
    }
}
