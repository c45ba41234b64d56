@ReadOnly
def items = resources.table('Items')
items.put id: 'never'
