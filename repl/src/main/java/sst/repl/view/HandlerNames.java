package sst.repl.view;

/** Short names of functions, from what handles them. */
final class HandlerNames {
    private HandlerNames() {}

    /** {@code create} for {@code src/create.main}, {@code statsHandler} for {@code notes.StatsHandler::handleRequest}. */
    static String shortName(String handler) {
        String text = handler.replaceFirst("::.*$", "");
        boolean isClass = !handler.contains("/") && (handler.contains("::") || text.matches(".*\\.[A-Z][A-Za-z0-9]*"));
        if (isClass) {
            String name = text.substring(text.lastIndexOf('.') + 1);
            return name.isEmpty() ? "" : Names.small(name);
        }
        String file = text.substring(text.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
