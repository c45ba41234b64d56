package sst.acceptance.documents

import sst.acceptance.harness.Repository

import java.nio.file.Files
import java.nio.file.Path

/** The pages that users and contributors read, and the fenced blocks in them. */
final class Documents {

    private Documents() {
    }

    static List<Path> pages() {
        def roots = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs', 'examples'].collect { Repository.file(it) }
        roots.findAll { Files.exists(it) }.collectMany { root ->
            Files.walk(root).withCloseable { walk ->
                walk.filter { it.toString().endsWith('.md') && !it.toString().contains('node_modules') }.sorted().toList()
            }
        }
    }

    static List<Snippet> snippets(String language) {
        pages().collectMany { page -> fenced(page, language) }
    }

    static String name(Path page) {
        Repository.ROOT.relativize(page)
    }

    private static List<Snippet> fenced(Path page, String language) {
        List<Snippet> found = []
        List<String> open = null
        int start = 0
        Files.readAllLines(page).eachWithIndex { line, index ->
            if (open != null && line.startsWith('```')) {
                found << new Snippet("${name(page)}:$start", open.join('\n') + '\n')
                open = null
            } else if (open != null) {
                open << line
            } else if (line == "```$language") {
                open = []
                start = index + 2
            }
        }
        found
    }

    /** A fenced block and the page and line where it begins. */
    static final class Snippet {

        final String place
        final String text

        Snippet(String place, String text) {
            this.place = place
            this.text = text
        }

        @Override
        String toString() {
            place
        }
    }
}
