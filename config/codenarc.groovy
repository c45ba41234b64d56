// House style of Groovy: sizes, and the faults that a compiler lets through.
ruleset {
    description 'House style of Groovy'
    ClassSize { maxLines = 600 }
    MethodSize { maxLines = 60 }
    NestedBlockDepth { maxNestedBlockDepth = 4 }

    DuplicateImport()
    UnnecessaryGroovyImport()
    UnusedImport()
    UnusedVariable()
    UnusedPrivateField()
    DeadCode()

    AssignmentInConditional()
    BusyWait()
    ComparisonWithSelf()
    ConstantAssertExpression()
    DuplicateMapKey()
    EmptyCatchBlock()
    SpockIgnoreRestUsed()
    SpockMissingAssert()

    FileEndsWithoutNewline()
    TrailingWhitespace()
}
