package sst.scripts;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import sst.scripts.stage.StageSite;
import sst.scripts.stage.StageValues;

/**
 * What a run needs from outside.
 *
 * @param values what is deployed
 * @param cache folder for compiled scripts
 * @param out what the script prints to; flushed at its end
 * @param notes tells the user a line that is no result
 * @param onStop takes what is to be done when the user wishes to stop
 */
public record Surroundings(
        StageSite site,
        StageValues values,
        Path cache,
        PrintStream out,
        Consumer<String> notes,
        Consumer<Runnable> onStop) {}
