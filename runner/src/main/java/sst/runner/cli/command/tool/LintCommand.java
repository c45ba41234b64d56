package sst.runner.cli.command.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import sst.model.diagnostic.Diagnostic;
import sst.runner.action.LintAction;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.ExitCode;
import sst.runner.ui.DiagnosticText;
import sst.runner.ui.Result;

/** {@code sst lint}. */
@Command(name = "lint", description = "Check the config, branches of other stages included, and give advice.")
public final class LintCommand extends SstCommand {
    @Override
    public Integer call() {
        List<Diagnostic> found = new LintAction(session().configApp()).lint();
        long errors = found.stream().filter(Diagnostic::isError).count();
        session().ui().result(new Result(lines(found, errors), json(found, errors)));
        return (errors > 0 ? ExitCode.FAILED : ExitCode.OK).code();
    }

    private List<String> lines(List<Diagnostic> found, long errors) {
        DiagnosticText text =
                new DiagnosticText(session().project().root(), session().style());
        List<String> lines = new ArrayList<>();
        found.forEach(each -> {
            lines.addAll(text.lines(each));
            lines.add("");
        });
        lines.add(counted(errors, "error") + ", " + counted(found.size() - errors, "piece") + " of advice");
        return lines;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static List<ObjectNode> json(List<Diagnostic> found, long errors) {
        List<ObjectNode> json = new ArrayList<>(DiagnosticText.json(found));
        json.add(JsonNodeFactory.instance
                .objectNode()
                .put("version", 1)
                .put("type", "summary")
                .put("errors", errors)
                .put("advice", found.size() - errors));
        return json;
    }
}
