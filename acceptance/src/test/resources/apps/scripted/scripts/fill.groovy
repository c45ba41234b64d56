/** Fill Items. */
@Stages(['dev'])
@Option(names = '--count', description = 'how many') @Field int count = 1
def items = resources.table('Items')
count.times { items.put id: "i$it" }
println "$count in $items.name, ${items.items().count()} there"
