package sst.local.s3.bucket;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Collects one page of a listing; behind a folded prefix it jumps, however many keys lie below. */
final class Pager {
    /** The highest character: comes after every key that begins with what precedes it. */
    private static final String BEYOND = "\uDBFF\uDFFF";

    private final Listing.Query query;
    private final Function<String, Stream<StoredObject>> from;
    private final List<StoredObject> objects = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private String last = "";
    private String lastVersion = "";

    Pager(Listing.Query query, Function<String, Stream<StoredObject>> from) {
        this.query = query;
        this.from = from;
    }

    Listing page() {
        Iterator<StoredObject> rest = from.apply(start()).iterator();
        while (rest.hasNext()) {
            StoredObject object = rest.next();
            if (!object.key().startsWith(query.prefix())) {
                break;
            }
            if (objects.size() + prefixes.size() == query.most()) {
                return new Listing(objects, prefixes, query.most() > 0, last, lastVersion);
            }
            String folded = query.folded(object.key());
            if (folded.isEmpty()) {
                objects.add(object);
                last = object.key();
                lastVersion = object.version();
            } else {
                prefixes.add(folded);
                last = folded;
                lastVersion = "";
                rest = from.apply(folded + BEYOND).iterator();
            }
        }
        return new Listing(objects, prefixes, false, last, lastVersion);
    }

    private String start() {
        if (query.isAfterFolded()) {
            return query.after() + BEYOND;
        }
        boolean isInside = Arrays.compareUnsigned(utf8(query.after()), utf8(query.prefix())) > 0;
        return isInside ? query.after() : query.prefix();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
