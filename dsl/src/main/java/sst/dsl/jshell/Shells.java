package sst.dsl.jshell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import sst.model.app.Constructs;
import sst.model.app.build.AppBuilder;
import sst.model.table.FieldType;

/** Opens JShell on our own class path, with the imports that configs and the prompt have. */
public final class Shells {
    private Shells() {}

    /** A shell that runs its snippets by the control given. */
    public static JShell open(ExecutionControl control) {
        JShell shell = JShell.builder()
                .executionEngine(new Engine(control), Map.of())
                .compilerOptions("-proc:none")
                .build();
        shell.addToClasspath(System.getProperty("java.class.path", ""));
        imports().forEach(shell::eval);
        return shell;
    }

    /** The packages come from the constructs themselves: their blocks and handles lie beside their props. */
    private static List<String> imports() {
        Set<String> lines = new LinkedHashSet<>();
        lines.add("import static " + Words.class.getName() + ".*;");
        lines.add("import static " + FieldType.class.getName() + ".*;");
        lines.add("import java.util.*;");
        lines.add("import " + AppBuilder.class.getPackageName() + ".*;");
        Constructs.all()
                .forEach(kind -> lines.add(
                        "import " + kind.schema().newBlock().getClass().getPackageName() + ".*;"));
        return List.copyOf(lines);
    }

    private record Engine(ExecutionControl control) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "sst";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return control;
        }
    }
}
