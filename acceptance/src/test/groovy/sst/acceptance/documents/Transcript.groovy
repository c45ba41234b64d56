package sst.acceptance.documents

import sst.acceptance.harness.Terminal

/** A session as a page of docs/ shows it: what is typed at which prompt, and what the screen has then. */
final class Transcript {

    static final String PROMPT = /(\$|[a-z][a-z0-9-]*(?:±\d+)?(?: java)?>) /
    static final String QUESTION = /.*(?:\[y\/N\]|\(Ctrl-C stops\):) /

    final List<String> lines

    private Transcript(List<String> lines) {
        this.lines = lines
    }

    /** The block of a page that begins with a line. */
    static Transcript of(String page, String first) {
        def found = Documents.snippets('text').find { it.place.startsWith("$page:") && it.text.startsWith(first) }
        assert found != null
        new Transcript(found.text.readLines())
    }

    /** Types all of it into a terminal, each line when the screen shows what the page shows before it. */
    void play(Terminal screen) {
        lines.eachWithIndex { line, index ->
            def typed = typedIn(line)
            if (typed != null) {
                awaitUpTo(screen, index, line[0..<line.length() - typed.length()].stripTrailing())
                screen.enter(typed)
            }
        }
        awaitUpTo(screen, lines.size(), '')
    }

    private void awaitUpTo(Terminal screen, int index, String prompt) {
        def wanted = shown((lines.take(index) + prompt).join('\n'))
        screen.awaitThat(300, "screen as on the page:\n$wanted\n") { text ->
            def now = shown(text)
            prompt ? now == wanted : now.startsWith(wanted)
        }
    }

    private static String typedIn(String line) {
        def prompt = line =~ "^(?:$PROMPT|$QUESTION)"
        prompt.find() ? line.substring(prompt.end()) : null
    }

    /** Without what differs from run to run: times, ids, addresses, and what had been published before. */
    static String shown(String text) {
        text.readLines()*.stripTrailing().findAll { !it.startsWith('  ✔ published ') }.join('\n')
            .replaceAll(/\d{4}-\d\d-\d\dT[0-9:.]+Z/, 'TIME')
            .replaceAll(/\d{4}-\d\d-\d\d/, 'DAY')
            .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, 'UUID')
            .replaceAll(/127\.0\.0\.1:\d+\/_api\/\w+/, 'API')
            .replaceAll(/ +(\d+ min )?\d+(\.\d+)? m?s\b/, ' SECONDS')
            .trim()
    }
}
