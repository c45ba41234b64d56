package sst.runner.cli.session;

import java.util.Map;

/** A command that can put a person at a prompt in the middle of another one: the REPL, which this module does not know. */
public interface Prompt {
    /** Lets the user look around until they leave; the variables are known there by their names. */
    void open(Session session, Map<String, Object> variables);
}
