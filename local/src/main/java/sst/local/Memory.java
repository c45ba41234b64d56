package sst.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the local cloud and its processes take of the machine's memory, where the system tells (Linux). */
final class Memory {
    private static final String RESIDENT = "VmRSS:";
    private static final int KILO = 1024;

    private Memory() {}

    /** Megabytes, with what processes share counted for each; 0 where the system does not tell. */
    static long megabytes() {
        ProcessHandle self = ProcessHandle.current();
        long kilobytes = Stream.concat(Stream.of(self), self.descendants())
                .mapToLong(process -> kilobytes(Path.of("/proc", String.valueOf(process.pid()), "status")))
                .sum();
        return kilobytes / KILO;
    }

    private static long kilobytes(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
