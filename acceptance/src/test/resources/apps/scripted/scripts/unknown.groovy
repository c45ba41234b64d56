println 'asked'
resources.table('Itms')
