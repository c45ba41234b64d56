/** Every way to a value. */
@ReadOnly
def items = resources.table('Items')
println items.tableName
println resources.table('Loose').tableName
println resources.api('Api').url
println resources.secret('TOKEN')
println dynamo.describeTable { it.tableName(items.tableName) }.table().itemCount()
