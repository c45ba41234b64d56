package sst.acceptance.harness

import java.time.Duration

/** A real terminal, driven by keys and read back as a screen: tmux with a server of its own. */
final class Terminal implements AutoCloseable {

    private final String server = "sst-${UUID.randomUUID()}"

    /** A shell of that size in a folder, with an environment. */
    static Terminal open(Project project, int columns, int rows, Map<String, String> env = [:]) {
        def terminal = new Terminal()
        def variables = (project.env + env).collect { key, value -> value == null ? "unset $key;" : "export $key='$value';" }
        terminal.tmux('-f', '/dev/null', 'new-session', '-d', '-s', 'main', '-x', columns, '-y', rows,
            "cd '$project.folder'; PS1='shell> '; export PS1; ${variables.join(' ')} exec /bin/sh")
        terminal.tmux('set-option', '-t', 'main', 'history-limit', 5000)
        terminal
    }

    /** Types a text, and Enter. */
    Terminal enter(String text) {
        type(text)
        press('Enter')
    }

    /** Types a text as it is. */
    Terminal type(String text) {
        tmux('send-keys', '-t', 'main', '-l', text)
        this
    }

    /** Presses keys by tmux's names for them, such as C-c, Tab or Up. */
    Terminal press(String... keys) {
        keys.each { tmux('send-keys', '-t', 'main', it) }
        this
    }

    /** What is on the screen and what scrolled off it, without blank lines at the end. */
    String getText() {
        tmux('capture-pane', '-p', '-J', '-t', 'main', '-S', '-2000').stripTrailing()
    }

    /** The visible part alone, with escape codes. */
    String getColours() {
        tmux('capture-pane', '-p', '-e', '-t', 'main')
    }

    /** Waits until the screen has a text; fails with the screen. */
    Terminal await(String wanted, int seconds = 60) {
        awaitThat(seconds, "'$wanted'") { it.contains(wanted) }
    }

    /** Waits until the last line is a prompt and nothing else. */
    Terminal awaitPrompt(String prompt, int seconds = 60) {
        awaitThat(seconds, "the prompt '$prompt'") { it.readLines() && it.readLines().last().trim() == prompt }
    }

    Terminal awaitThat(int seconds, String what, Closure<Boolean> condition) {
        def end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos()
        while (System.nanoTime() < end) {
            if (condition(text)) {
                return this
            }
            Thread.onSpinWait()
            new Command('sleep', '0.05').run()
        }
        throw new AssertionError("no $what on the screen:\n$text" as Object)
    }

    private String tmux(Object... arguments) {
        def run = new Command(*(['tmux', '-L', server] + arguments.toList())).with(TERM: 'xterm-256color', LC_ALL: 'C.UTF-8').run()
        run.out
    }

    @Override
    void close() {
        tmux('kill-server')
    }
}
