package sst.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The data of one PostgreSQL server.
 *
 * @param data the folder that PostgreSQL calls its data directory
 * @param account whom PostgreSQL runs as
 */
public record DataFolder(Path data, Account account) {
    private static final System.Logger LOG = System.getLogger(DataFolder.class.getName());

    /**
     * Data in a folder.
     *
     * @param folder where the data are, or will be
     * @param programs where PostgreSQL's programs are unpacked
     */
    public static DataFolder of(Path folder, Path programs) {
        return new DataFolder(folder.toAbsolutePath(), Account.current(programs.toAbsolutePath()));
    }

    Programs programs() {
        return new Programs(account.programs());
    }

    /**
     * Makes empty databases with one user, who may do everything; nothing when they are there.
     *
     * @param user the user's name
     * @param password the user's password
     */
    public void make(String user, String password) {
        if (PostgresServer.isData(data)) {
            return;
        }
        Path draft = data.resolveSibling(data.getFileName() + ".new");
        Path secret = data.resolveSibling(data.getFileName() + ".password");
        try {
            Trees.delete(draft);
            Files.createDirectories(draft);
            account.give(draft);
            Files.writeString(secret, password);
            account.give(secret);
            fill(draft, List.of("-U", user, "--pwfile=" + secret));
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot make PostgreSQL's data in " + data, refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("stopped while PostgreSQL made its data");
        } finally {
            Trees.delete(secret);
        }
    }

    private void fill(Path draft, List<String> login) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(programs().get("initdb").toString(), "-D", draft.toString()));
        command.addAll(login);
        command.addAll(
                List.of("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"));
        Process process = PostgresServer.run(account.command(command));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new PostgresFailure("PostgreSQL cannot make its data in " + draft + ": " + said);
        }
    }

    /** Deletes the data; the server must have ended. */
    public void delete() {
        Trees.delete(data);
    }

    OptionalLong pid() {
        try {
            Path lock = data.resolve("postmaster.pid");
            return Files.exists(lock)
                    ? OptionalLong.of(
                            Long.parseLong(Files.readAllLines(lock).get(0).strip()))
                    : OptionalLong.empty();
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException unreadable) {
            return OptionalLong.empty();
        }
    }

    /** Waits for the server of a former run, which ends by itself when that run was killed. */
    void awaitFormer(int seconds) {
        OptionalLong pid = pid();
        if (pid.isEmpty()) {
            return;
        }
        ProcessHandle former = ProcessHandle.of(pid.getAsLong()).orElse(null);
        try {
            if (former != null && former.isAlive()) {
                former.onExit().get(seconds, TimeUnit.SECONDS);
            }
        } catch (TimeoutException | ExecutionException another) {
            LOG.log(System.Logger.Level.WARNING, "process " + pid.getAsLong() + " is not a former PostgreSQL");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
