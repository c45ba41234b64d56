package sst.repl.complete;

import java.util.List;

/** Completes code in a language of its own. */
public interface CodeProposals {
    /** What could follow the line up to the cursor. */
    List<Proposal> proposals(String before);
}
