/** Notes and words of each day, as CSV. */
@ReadOnly
def days = resources.table('Notes').all().groupBy { note -> note.createdAt.take(10) }

println 'day,notes,words'
days.sort().each { day, notes ->
    println "$day,${notes.size()},${notes.sum { it.text.tokenize().size() }}"
}
