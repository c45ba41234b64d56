package sst.runner.cli.command.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import sst.runner.cli.session.SstCommand;
import sst.runner.doctor.Doctor;
import sst.runner.doctor.Finding;
import sst.runner.failure.ExitCode;
import sst.runner.ui.Result;
import sst.runner.ui.Style;

/** {@code sst doctor}. */
@Command(name = "doctor", description = "Check what sst needs on this machine.")
public final class DoctorCommand extends SstCommand {
    @Override
    public Integer call() {
        List<Finding> findings =
                new Doctor(session().project().root(), session().context().lib()).examine();
        List<String> lines = new ArrayList<>();
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        Style style = session().style();
        for (Finding finding : findings) {
            String mark = finding.good() ? style.good("✔") : finding.needed() ? style.bad("✖") : style.caution("!");
            String hint = finding.hint().isEmpty() ? "" : "  hint: " + finding.hint();
            lines.add(mark + " " + finding.subject() + "  " + finding.found() + hint);
            json.addObject()
                    .put("subject", finding.subject())
                    .put("good", finding.good())
                    .put("needed", finding.needed())
                    .put("found", finding.found())
                    .put("hint", finding.hint());
        }
        session().ui().result(Result.of(lines, json));
        boolean sick = findings.stream().anyMatch(finding -> finding.needed() && !finding.good());
        return (sick ? ExitCode.FAILED : ExitCode.OK).code();
    }
}
