package sst.model.appsync;

import java.util.Map;
import sst.model.schema.MapBlock;
import sst.model.schema.PropType;
import sst.model.schema.written.Mismatch;

/** The resolvers of a GraphQL API, by type and field: {@code 'Query notes'}. */
public final class ResolversBlock extends MapBlock<Resolver> {
    public ResolversBlock(PropType<Resolver> type) {
        super(type);
    }

    /** Answers a field of queries. */
    public void query(String field, Object target) {
        entry("Query " + field, target);
    }

    /** Answers a field of queries, with named arguments. */
    public void query(Map<String, ?> target, String field) {
        query(field, target);
    }

    /** Answers a field of mutations. */
    public void mutation(String field, Object target) {
        entry("Mutation " + field, target);
    }

    /** Answers a field of mutations, with named arguments. */
    public void mutation(Map<String, ?> target, String field) {
        mutation(field, target);
    }

    /** Answers a field of any type: {@code 'Note author'}. */
    public void field(String key, Object target) {
        entry(key, target);
    }

    /** Answers a field of any type, with named arguments. */
    public void field(Map<String, ?> target, String key) {
        entry(key, target);
    }

    /** A key as it is kept, however many blanks it is written with. */
    static String spaced(String written) {
        return written.strip().replaceAll("\\s+", " ");
    }

    @Override
    protected String key(String written) {
        String key = spaced(written);
        if (!key.matches("\\w+ \\w+")) {
            throw new Mismatch("'" + written + "' is no field of a type", "write it as 'Query notes'");
        }
        return key;
    }
}
