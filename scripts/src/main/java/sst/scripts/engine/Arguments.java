package sst.scripts.engine;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.scripts.source.ScriptFile;
import sst.scripts.source.ScriptHeader;

/** The options and parameters that a script's fields declare. */
public final class Arguments {
    private final ScriptFile script;
    private final CommandSpec spec;

    private Arguments(ScriptFile script, CommandSpec spec) {
        this.script = script;
        this.spec = spec;
    }

    /** Those of a program. */
    public static Arguments of(ScriptFile script, ScriptHeader header, Program program) {
        CommandSpec spec =
                program.fields().map(CommandSpec::forAnnotatedObjectLenient).orElseGet(CommandSpec::create);
        spec.name("sst run " + script.name());
        if (!header.description().isEmpty()) {
            spec.usageMessage().description(header.description() + ".");
        }
        return new Arguments(script, spec);
    }

    /**
     * Sets the script's fields.
     *
     * @throws sst.model.diagnostic.UserError when the arguments do not fit
     */
    public void set(List<String> args) {
        if (isFree()) {
            return;
        }
        try {
            new CommandLine(spec).setExpandAtFiles(false).parseArgs(args.toArray(String[]::new));
        } catch (ParameterException e) {
            throw Diagnostic.error(Code.USAGE, script.name() + ": " + e.getMessage())
                    .at(script.at(0))
                    .hint("see sst run " + script.name() + " --help")
                    .asError();
        }
    }

    /** The help of the script. */
    public String help() {
        if (isFree()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .paramLabel("ARGS")
                    .arity("0..*")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description("the script's args, as they are")
                    .build());
        }
        return new CommandLine(spec).getUsageMessage(Ansi.OFF);
    }

    /** Whether the script takes whatever it is given. */
    private boolean isFree() {
        return spec.options().isEmpty() && spec.positionalParameters().isEmpty();
    }
}
