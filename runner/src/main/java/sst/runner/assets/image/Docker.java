package sst.runner.assets.image;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import sst.model.diagnostic.Code;
import sst.runner.assembly.AssetEntry.ImageSource;
import sst.runner.aws.ImagePort.Login;
import sst.runner.failure.Problems;

/** The docker client of this machine, or the one that {@code CDK_DOCKER} names, as for the CDK. */
public final class Docker {
    private static final int LAST_LINES = 15;

    private final Map<String, String> env;

    /** @param env in which it runs, and whose PATH it is found on */
    public Docker(Map<String, String> env) {
        this.env = Map.copyOf(env);
    }

    void build(ImageSource source, String image) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("build", "--tag", image));
        words.addAll(source.options());
        String file = source.file();
        if (file != null) {
            words.addAll(List.of("--file", file));
        }
        words.add(".");
        run(words, source.folder(), "");
    }

    /** The password goes through the pipe: arguments can be read by every user of the machine. */
    void login(Login login) throws InterruptedException {
        run(
                List.of("login", "--username", login.user(), "--password-stdin", "https://" + login.registry()),
                Path.of("."),
                login.password());
    }

    void push(String image, String remote) throws InterruptedException {
        run(List.of("tag", image, remote), Path.of("."), "");
        run(List.of("push", remote), Path.of("."), "");
    }

    private void run(List<String> words, Path folder, String input) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(program()));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(env);
        try {
            Process process = builder.start();
            try (OutputStream out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closed) {
                // It ended without reading; its exit code and its words say why.
            }
            String said = lastLines(process);
            int exit = process.waitFor();
            if (exit != 0) {
                throw Problems.cloud(
                        Problems.of(Code.BUILD_FAILED, "docker " + words.get(0) + " ended with exit code " + exit)
                                .detail(said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.get(0), e);
        }
    }

    private static String lastLines(Process process) throws IOException {
        Deque<String> lines = new ArrayDeque<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.addLast(line);
                if (lines.size() > LAST_LINES) {
                    lines.removeFirst();
                }
            }
        }
        return String.join("\n", lines);
    }

    private String program() {
        String wanted = env.getOrDefault("CDK_DOCKER", "docker");
        if (wanted.contains(File.separator)) {
            return wanted;
        }
        for (String folder : env.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder).resolve(wanted);
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return candidate.toString();
            }
        }
        throw Problems.cloud(Problems.of(
                        Code.TOOL_MISSING, "the app has a container image, and there is no " + wanted + " on the PATH")
                .hint("install Docker, or name another client in CDK_DOCKER, such as podman"));
    }
}
