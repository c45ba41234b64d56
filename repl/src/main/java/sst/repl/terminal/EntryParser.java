package sst.repl.terminal;

import java.util.List;
import java.util.function.Predicate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import sst.repl.command.Interpreter;

/** Decides at Enter whether an entry is whole, as the language in use sees it, and what word Tab completes. */
final class EntryParser implements Parser {
    private final Predicate<String> isOpen;

    EntryParser(Predicate<String> isOpen) {
        this.isOpen = isOpen;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        String text = line.strip();
        boolean isCode = !Interpreter.isCommand(text) && !text.startsWith("?");
        if (context == ParseContext.ACCEPT_LINE && isCode && isOpen.test(line)) {
            throw new EOFError(-1, -1, "the entry goes on");
        }
        return new Word(line, cursor);
    }

    /** The line as completion sees it: all that counts is the word that ends at the cursor. */
    private record Word(String line, int cursor) implements CompletingParsedLine {
        @Override
        public CharSequence escape(CharSequence candidate, boolean isComplete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }

        @Override
        public String word() {
            int start = cursor;
            while (start > 0 && isPart(line.charAt(start - 1))) {
                start--;
            }
            return line.substring(start, cursor);
        }

        private boolean isPart(char each) {
            boolean isCommand = line.startsWith("/");
            return isCommand ? !Character.isWhitespace(each) : Character.isJavaIdentifierPart(each) || isInChoice(each);
        }

        /** Choices such as {@code nodejs22.x} have dots in them. */
        private boolean isInChoice(char each) {
            String before = line.substring(0, cursor);
            boolean isInText = before.chars().filter(c -> c == '\'').count() % 2 == 1;
            return isInText && each != '\'';
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }
    }
}
