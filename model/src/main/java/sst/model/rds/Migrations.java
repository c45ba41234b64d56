package sst.model.rds;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/** The migrations of a database: where they are, and which database they change. */
@Coerced(accepts = String.class, record = MigrationsProps.class)
public record Migrations(MigrationsProps props) {
    /** A folder, or props. */
    public static PropType<Migrations> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "a folder such as 'services/migrations', or a block with path, database";
            }

            @Override
            public Migrations coerce(Object raw) {
                if (raw instanceof Migrations migrations) {
                    return migrations;
                }
                if (raw instanceof CharSequence path) {
                    return new Migrations(MigrationsBlock.SCHEMA.read(Map.of("path", path)));
                }
                if (raw instanceof Map || raw instanceof Consumer || raw instanceof MigrationsProps) {
                    return new Migrations(MigrationsBlock.SCHEMA.read(raw));
                }
                throw mismatch(raw);
            }

            @Override
            public Optional<BlockSchema<?>> block() {
                return Optional.of(MigrationsBlock.SCHEMA);
            }
        };
    }
}
