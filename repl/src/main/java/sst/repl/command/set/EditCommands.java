package sst.repl.command.set;

import java.util.ArrayList;
import java.util.List;
import sst.repl.command.Arguments;
import sst.repl.command.Command;
import sst.repl.command.Command.Takes;
import sst.repl.command.Desk;
import sst.repl.session.Edit;
import sst.repl.session.ModelChange;
import sst.repl.show.ChangeText;

/** Commands on the edits made so far; nothing here touches a cloud. */
public final class EditCommands implements Command.Group {
    private final Desk desk;

    public EditCommands(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("edits", "list the lines that changed the model, and what they come to", this::edits),
                Command.of("undo", "take the last change of the model back", this::undo),
                new Command("checkpoint", "[NAME]", "remember the model as it is now", Takes.NOTHING, this::checkpoint),
                new Command("back", "[NAME]", "go back to a checkpoint", Takes.CHECKPOINTS, this::back));
    }

    private void edits(Arguments arguments) {
        List<String> lines = new ArrayList<>();
        for (Edit edit : desk.app().edits()) {
            lines.add(edit.text().strip());
        }
        List<ModelChange> pending = desk.app().pending();
        if (!pending.isEmpty()) {
            lines.add(desk.style().faint("together:"));
        }
        lines.addAll(new ChangeText(desk.style()).lines(pending));
        desk.show(lines.isEmpty() ? List.of("no edits") : lines);
    }

    private void undo(Arguments arguments) {
        List<Edit> edits = desk.app().edits();
        if (!desk.app().undo()) {
            desk.show(List.of("nothing to undo"));
            return;
        }
        desk.show(List.of("undone: " + edits.get(edits.size() - 1).text().strip()));
    }

    private void checkpoint(Arguments arguments) {
        String name = arguments.first("last");
        desk.app().checkpoint(name);
        desk.show(List.of("checkpoint " + name + ", " + desk.app().edits().size() + " edits in"));
    }

    private void back(Arguments arguments) {
        String name = arguments.first("last");
        int count = desk.app().back(name);
        desk.show(List.of("back at " + name + ", " + count + (count == 1 ? " edit" : " edits") + " undone"));
    }
}
