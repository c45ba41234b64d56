print 'before'
System.exit(args[0] as int)
