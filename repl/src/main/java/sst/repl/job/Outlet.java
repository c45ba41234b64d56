package sst.repl.job;

/** Where lines go that nobody asked for at that moment. */
public interface Outlet {
    /** Nobody is there, so nothing may run behind. */
    Outlet NONE = new Outlet() {
        @Override
        public boolean isThere() {
            return false;
        }

        @Override
        public void show(String line) {
            throw new IllegalStateException(line);
        }

        @Override
        public void ring() {
            throw new IllegalStateException("no terminal");
        }
    };

    /** Whether a person sits there. */
    boolean isThere();

    /** Shows a line without disturbing the one that is typed. */
    void show(String line);

    /** Calls for attention. */
    void ring();
}
