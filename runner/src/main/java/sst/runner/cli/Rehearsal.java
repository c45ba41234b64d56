package sst.runner.cli;

import java.util.ArrayList;
import java.util.List;

/** Several command lines, parted by {@code --then}, in one process: the class-data archive is recorded from their classes. */
public final class Rehearsal {
    private Rehearsal() {}

    /** Runs them in order; ends with the code of the first that fails. */
    public static void main(String[] args) {
        List<String> line = new ArrayList<>();
        int code = 0;
        for (String word : args) {
            if (!word.equals("--then")) {
                line.add(word);
            } else if (code == 0) {
                code = Main.run(line.toArray(String[]::new));
                line.clear();
            }
        }
        System.exit(code == 0 ? Main.run(line.toArray(String[]::new)) : code);
    }
}
