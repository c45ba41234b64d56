package sst.repl.record;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import sst.model.diagnostic.Code;
import sst.repl.command.Arguments;
import sst.repl.command.Command;
import sst.repl.command.Command.Takes;
import sst.repl.command.Desk;
import sst.runner.failure.Problems;

/** {@code /record}. */
public final class RecordCommands implements Command.Group {
    private final Desk desk;
    private final Recorder recorder;

    public RecordCommands(Desk desk, Recorder recorder) {
        this.desk = desk;
        this.recorder = recorder;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command(
                "record",
                "FILE | off",
                "write entries and what they show into a Markdown file, secrets left out",
                Takes.FILES,
                this::record));
    }

    private void record(Arguments arguments) {
        String name = arguments.first("");
        if (name.equals("off") || (name.isEmpty() && recorder.isOn())) {
            boolean wasOn = recorder.isOn();
            recorder.close();
            desk.show(List.of(wasOn ? "recorded" : "nothing was being recorded"));
            return;
        }
        if (name.isEmpty()) {
            throw Problems.of(Code.USAGE, "/record takes a file")
                    .hint("for example /record session.md")
                    .asError();
        }
        Path file = desk.app().setting().project().root().resolve(name);
        String title = desk.app().identity().name() + " · " + desk.stage() + " · "
                + desk.context().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        recorder.start(file, title);
        desk.show(List.of("recording into " + name + "; /record off ends it"));
    }
}
