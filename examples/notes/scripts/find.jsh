/** Notes in which a word stands, the newest first. */
@ReadOnly
String word = args.isEmpty() ? "" : args.get(0).toLowerCase();

boolean matches(Map<String, Object> note) {
    return note.get("text").toString().toLowerCase().contains(word);
}

resources.table("Notes").items()
    .filter(note -> matches(note))
    .sorted(Comparator.comparing(note -> note.get("createdAt").toString(), Comparator.reverseOrder()))
    .forEach(note -> System.out.println(note.get("createdAt") + "  " + note.get("text")));
