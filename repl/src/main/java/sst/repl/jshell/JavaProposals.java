package sst.repl.jshell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import sst.model.construct.ConstructHandle;
import sst.model.function.FunctionBlock;
import sst.repl.complete.Proposal;

/** What could be typed next in Java: JShell's own suggestions, and the names of the live app. */
record JavaProposals(LiveVariables live, JavaShell shell) {
    private static final int MOST = 200;
    private static final Pattern EDIT = Pattern.compile(
            "\\bedit\\((?:(?<name>\\w+)|function\\([^)]*\\))\\s*,\\s*(?<block>\\w+)\\s*->\\s*\\k<block>(?=\\.)");

    List<Proposal> at(String before) throws ReflectiveOperationException {
        shell.declare(before);
        String word = before.replaceFirst("(?s).*[^\\w$]", "");
        boolean isMember = before.endsWith("." + word);
        Stream<Proposal> names = isMember
                ? Stream.empty()
                : live.all().stream().filter(name -> begins(name, word)).map(name -> new Proposal(name, "app", "", ""));
        List<Proposal> all = new ArrayList<>(names.toList());
        if (isMember || !word.isEmpty()) {
            int[] anchor = {-1};
            SourceCodeAnalysis analysis = shell.analysis();
            String code = typed(before);
            analysis.completionSuggestions(code, code.length(), anchor).stream()
                    .map(SourceCodeAnalysis.Suggestion::continuation)
                    .filter(text -> isUseful(text, isMember))
                    .distinct()
                    .filter(text -> all.stream().noneMatch(known -> known.text().equals(text)))
                    .limit(MOST)
                    .forEach(text -> all.add(new Proposal(text, "java", "", "")));
        }
        return all.stream()
                .sorted(Comparator.comparing(Proposal::group).thenComparing(Proposal::text))
                .toList();
    }

    /** {@code edit} is many methods, and JShell takes none of them for a line that is not whole: the block by its type. */
    private String typed(String before) {
        Matcher edit = EDIT.matcher(before);
        if (!edit.find()) {
            return before;
        }
        Class<?> block = FunctionBlock.class;
        if (edit.group("name") != null) {
            Object made = live.among(List.of(edit.group("name"))).get(edit.group("name"));
            if (!(made instanceof ConstructHandle<?> handle)) {
                return before;
            }
            block = handle.block().getClass();
        }
        return "((" + block.getName() + ") null)" + before.substring(edit.end());
    }

    /** Groovy's assignments and what every object has are no help among members. */
    private static boolean isUseful(String text, boolean isMember) {
        boolean isNoise = text.matches("set[A-Z]\\w*\\(.*|wait\\(.*|notify.*|hashCode\\(.*|getClass\\(.*|equals\\(.*");
        return !isMember || !isNoise;
    }

    private static boolean begins(String text, String word) {
        return text.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT));
    }
}
