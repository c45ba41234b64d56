/** What scripts that only look do with what they find. */
@ReadOnly
def items = resources.table('Items').all()
def byLetter = items.groupBy { it.id.take(1) }
byLetter.sort().each { letter, some -> println "$letter,${some.size()},${some.sum { it.id.tokenize('i').size() }}" }
def names = items.findAll { it.id }.collect { it.id.toUpperCase() }.unique().sort { a, b -> a <=> b }
println names.withIndex().collect { name, at -> "$at $name".padRight(8) }.join(', ')
println items.collectEntries { [it.id, it.size()] }.any { id, size -> size > 1 && id ==~ /i\d+/ }
println((1..3).inject(0) { sum, each -> sum + each } + items.count { it.id != 'i0' } * 1.5)
println names.max { it.size() } ?: names.first()
