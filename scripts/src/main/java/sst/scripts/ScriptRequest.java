package sst.scripts;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.scripts.source.ScriptFile;
import sst.scripts.source.ScriptHeader;

/**
 * One run that is wanted.
 *
 * @param args the script's arguments, untouched
 * @param dry whether writes are shown and not sent
 * @param timeout how long it may take, null for as long as it likes
 */
public record ScriptRequest(
        ScriptFile script, ScriptHeader header, List<String> args, boolean dry, @Nullable Duration timeout) {
    public ScriptRequest {
        args = List.copyOf(args);
    }
}
