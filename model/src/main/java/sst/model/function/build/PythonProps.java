package sst.model.function.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** How a Python function is packed. */
@Nested("How a Python function is packed.")
public record PythonProps(
        @Nullable @Prop(value = "Whether requirements are installed without Docker.", defaultsTo = "true")
                Boolean noDocker,
        @Prop(value = "Commands run in place of pip.", example = "'pip install -r requirements.txt -t .'")
                List<String> installCommands) {}
