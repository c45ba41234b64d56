import java.util.Comparator;
import picocli.CommandLine.Option;
import sst.scripts.api.ReadOnly;
import sst.scripts.api.Scope;
import sst.scripts.api.StageScript;

/** The longest notes. */
@ReadOnly
public class Longest implements StageScript {
    @Option(names = "--top", description = "how many; 3 if not given")
    int top = 3;

    @Override
    public void run(Scope scope) {
        scope.resources().table("Notes").items()
                .map(note -> (String) note.get("text"))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(top)
                .forEach(text -> System.out.println(text.length() + "  " + text));
    }
}
