package sst.repl.lang;

import sst.repl.session.Transaction;

/** A language that lines may be written in. */
public interface Language {
    /** {@code groovy} or {@code java}. */
    String name();

    /** Whether an entry goes on in the next line. */
    boolean isOpen(String entry);

    /**
     * Runs a line as one transaction on the model.
     *
     * @throws Exception whatever the line threw; the model is then as it was
     */
    Transaction run(String text) throws Exception;

    /** Loads what the first line would have to wait for. */
    void warm();
}
