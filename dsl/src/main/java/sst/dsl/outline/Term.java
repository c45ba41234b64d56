package sst.dsl.outline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a config that means the same however often it is read.
 *
 * @param text a literal's text, a name, or empty
 */
record Term(Kind kind, String text, List<Term> parts) {
    enum Kind {
        TEXT,
        NUMBER,
        TRUE,
        FALSE,
        NULL,
        STAGE,
        IS_DEV,
        ENVIRONMENT,
        EQUAL,
        NOT,
        AND,
        OR,
        AMONG,
        CHOICE,
        ELVIS,
        JOINED,
        LIST,
        /** Entries are calls. */
        MAP,
        /** Lines are calls and assignments. */
        BODY,
        CALL,
        ASSIGNMENT,
        APP,
        INCLUDE
    }

    Term {
        parts = List.copyOf(parts);
    }

    Term(Kind kind, Term... parts) {
        this(kind, "", List.of(parts));
    }

    Term part(int index) {
        return parts.get(index);
    }

    static List<Term> readAll(DataInput in) throws IOException {
        int count = in.readUnsignedShort();
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            terms.add(new Term(Kind.valueOf(in.readUTF()), in.readUTF(), readAll(in)));
        }
        return terms;
    }

    static void writeAll(DataOutput out, List<Term> terms) throws IOException {
        out.writeShort(terms.size());
        for (Term term : terms) {
            out.writeUTF(term.kind.name());
            out.writeUTF(term.text);
            writeAll(out, term.parts);
        }
    }
}
