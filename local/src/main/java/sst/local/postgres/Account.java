package sst.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom PostgreSQL's programs run as, which refuse to run as root. Root enters a user namespace, in which it is nobody and
 * its files are nobody's; where namespaces are forbidden, it gives programs and data to the user nobody.
 *
 * @param prefix of every command
 * @param owner of the data; -1 for whoever runs the local cloud
 * @param programs where programs are unpacked: the user nobody must be able to reach them
 */
record Account(List<String> prefix, int owner, Path programs) {
    private static final int NOBODY = 65_534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> USER = List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override");

    Account {
        prefix = List.copyOf(prefix);
    }

    /** The account for this process; {@code programs} is where they are unpacked unless they must lie elsewhere. */
    static Account current(Path programs) {
        String user = ProcessHandle.current().info().user().orElseGet(() -> System.getProperty("user.name", ""));
        if (!user.equals("root")) {
            return new Account(List.of(), -1, programs);
        }
        return works(NAMESPACE) ? new Account(NAMESPACE, -1, programs) : nobody();
    }

    /** The account of root where user namespaces are forbidden. */
    static Account nobody() {
        if (!works(USER)) {
            throw new PostgresFailure("PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works"
                    + " here; run sst as another user");
        }
        return new Account(USER, NOBODY, Path.of("/var/tmp/sst-postgres"));
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Gives a file or an empty folder to the account. */
    void give(Path file) {
        if (owner >= 0) {
            try {
                Files.setAttribute(file, "unix:uid", owner);
                Files.setAttribute(file, "unix:gid", owner);
            } catch (IOException refused) {
                throw new UncheckedIOException("cannot give " + file + " to the user nobody", refused);
            }
        }
    }

    /** Lets every user of the machine into a folder of programs. */
    static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
