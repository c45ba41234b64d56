package sst.repl.terminal;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** Entries of one app and stage; what looks like a secret is never kept. */
final class LineHistory extends DefaultHistory {
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(secret|passw|token|api_?key|credential|private_?key)\\w*['\"]?\\s*[=:(,\\s]\\s*['\"]|AKIA[0-9A-Z]{16}"
                    + "|-----BEGIN|eyJ[\\w-]{10,}\\.|gh[pousr]_\\w{20,}");

    /** Whether an entry may be kept. */
    static boolean isKept(String line) {
        return !line.isBlank() && !line.startsWith(" ") && !isSecret(line);
    }

    /** Whether an entry has something in it that looks like a secret. */
    static boolean isSecret(String line) {
        return SECRET.matcher(line).find();
    }

    @Override
    public void add(Instant time, String line) {
        if (isKept(line)) {
            super.add(time, line);
        }
    }
}
