package sst.scripts.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;

/** Finds what a script says of itself in comments and annotations. */
final class HeaderReader {
    private static final Pattern STAGES = Pattern.compile("@Stages\\b\\s*(?:\\(([^)]*)\\))?");
    private static final Pattern READ_ONLY = Pattern.compile("@ReadOnly\\b");
    private static final Pattern GRAB = Pattern.compile("@Grab\\s*\\(([^)]*)\\)");
    private static final Pattern OTHER_GRABS = Pattern.compile("@(GrabResolver|GrabConfig|GrabExclude)\\b");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Pattern NAMED = Pattern.compile("\\b(group|module|version)\\s*=\\s*['\"]([^'\"]+)['\"]");
    private static final Pattern DIRECTIVE = Pattern.compile("//([A-Z_]{3,})\\s+(.*?)\\s*");
    private static final List<String> UNKNOWN_DIRECTIVES = List.of("REPOS", "SOURCES", "FILES", "MANAGED", "GAV");

    private final ScriptFile script;
    private final String whole;
    private final SourceText text;

    HeaderReader(ScriptFile script, String whole) {
        this.script = script;
        this.whole = whole;
        this.text = SourceText.of(whole);
    }

    ScriptHeader read() {
        Matcher stages = STAGES.matcher(text.code());
        boolean limited = stages.find();
        return new ScriptHeader(
                text.doc().map(HeaderReader::firstSentence).orElse(""),
                limited ? stages(stages) : List.of(),
                limited ? text.line(stages.start()) : 0,
                READ_ONLY.matcher(text.code()).find(),
                dependencies());
    }

    private static String firstSentence(String doc) {
        String line = doc.split("\\n\\s*\\n", 2)[0].replaceAll("\\s+", " ").strip();
        String sentence = line.split("(?<=[.!?])\\s", 2)[0];
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private List<String> stages(Matcher annotation) {
        List<String> names = annotation.group(1) == null ? List.of() : literals(annotation.group(1));
        if (names.isEmpty()) {
            throw wrong("@Stages names no stage", annotation.start())
                    .hint("write the names out: @Stages(\"dev\")")
                    .asError();
        }
        return names;
    }

    private List<String> dependencies() {
        List<String> found = new ArrayList<>();
        for (String comment : text.comments()) {
            Matcher directive = DIRECTIVE.matcher(comment);
            if (directive.matches() && directive.group(1).equals("DEPS")) {
                found.addAll(List.of(directive.group(2).split("[\\s,;]+")));
            } else if (directive.matches() && UNKNOWN_DIRECTIVES.contains(directive.group(1))) {
                throw Diagnostic.error(Code.UNSUPPORTED, "//" + directive.group(1) + " is not supported")
                        .at(script.at(lineOf(comment)))
                        .hint("//DEPS group:artifact:version brings jars from Maven's repositories")
                        .asError();
            }
        }
        Matcher grab = GRAB.matcher(text.code());
        while (grab.find()) {
            found.add(coordinate(grab));
        }
        Matcher other = OTHER_GRABS.matcher(text.code());
        if (other.find()) {
            throw wrong("@" + other.group(1) + " is not supported", other.start())
                    .hint("@Grab uses the repositories of Maven's settings.xml")
                    .asError();
        }
        return found;
    }

    private String coordinate(Matcher grab) {
        Matcher part = NAMED.matcher(grab.group(1));
        String group = "";
        String module = "";
        String version = "";
        while (part.find()) {
            switch (part.group(1)) {
                case "group" -> group = part.group(2);
                case "module" -> module = part.group(2);
                default -> version = part.group(2);
            }
        }
        List<String> literals = literals(grab.group(1));
        if (module.isEmpty() && literals.size() == 1) {
            return literals.get(0);
        }
        if (group.isEmpty() || module.isEmpty() || version.isEmpty()) {
            throw wrong("this @Grab is not understood", grab.start())
                    .hint("write @Grab('group:artifact:version')")
                    .asError();
        }
        return group + ":" + module + ":" + version;
    }

    private int lineOf(String comment) {
        return text.line(Math.min(text.code().length(), Math.max(0, whole.indexOf(comment))));
    }

    private Diagnostic wrong(String summary, int offset) {
        return Diagnostic.error(Code.UNSUPPORTED, summary).at(script.at(text.line(offset)));
    }

    private static List<String> literals(String text) {
        List<String> found = new ArrayList<>();
        Matcher literal = LITERAL.matcher(text);
        while (literal.find()) {
            found.add(literal.group(1) == null ? literal.group(2) : literal.group(1));
        }
        return found;
    }
}
