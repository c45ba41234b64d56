// House style of Groovy: sizes, and the faults that a compiler lets through.
ruleset {
    description 'House style of Groovy'
    ClassSize { maxLines = 600 }
    MethodSize { maxLines = 150 } // a table of cases is one method
    NestedBlockDepth { maxNestedBlockDepth = 5 }

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
