package sst.runner.cli.session;

import java.util.List;

/** Brings commands of modules above this one, such as the REPL's; found by the ServiceLoader. */
public interface CommandProvider {
    /** Objects annotated as picocli commands. */
    List<Object> commands();
}
