/** What most scripts use. */
@Option(names = '--count', description = 'how many') @Field int count = 1
def items = resources.table('Items')
count.times { items.put id: "i$it" }
println "${items.all().size()} items in $items.tableName of $stage"
