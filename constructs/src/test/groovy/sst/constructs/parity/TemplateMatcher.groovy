package sst.constructs.parity

/** Checks what SST v2's tests assert of a template, by the rules that they were recorded with. */
class TemplateMatcher {
    private static final Object MISSING = new Object()

    /** Whether a template satisfies an assertion. */
    static boolean check(Map assertion, Map template) {
        List args = assertion.args
        Collection resources = (template.Resources ?: [:]).values()
        Map outputs = template.Outputs ?: [:]
        switch (assertion.fn) {
            case 'hasResource': return like(resources, args[0], args[1]) > 0
            // Every stack of SST v2 has one function and role more than its tests say; ours has not.
            case 'countResources': return resources.count { it.Type == args[0] } == args[1]
            case 'countResourcesLike': return like(resources, args[0], args[2]) == args[1]
            case 'hasResourceTemplate': return resources.any { it.Type == args[0] && matches(args[1], it) }
            case 'hasOutput': return matches(args[1], outputs.getOrDefault(args[0], MISSING))
            case 'hasNoOutput': return !outputs.containsKey(args[0])
            case 'templateMatches': return matches(args[0], template)
        }
        throw new IllegalArgumentException("assertion ${assertion.fn}")
    }

    private static int like(Collection resources, Object type, Object properties) {
        resources.count { it.Type == type && matches(properties, it.get('Properties') ?: [:]) }
    }

    static boolean matches(Object pattern, Object actual, boolean isPartial = true) {
        if (pattern instanceof Map && pattern.containsKey('$match')) {
            return special(pattern.'$match', pattern.pattern, actual, isPartial)
        }
        if (pattern instanceof Map && pattern.containsKey('$undefined')) {
            return actual.is(MISSING)
        }
        if (actual.is(MISSING)) {
            return false
        }
        if (pattern instanceof Map) {
            return actual instanceof Map && object(pattern, actual, isPartial)
        }
        if (pattern instanceof List) {
            return actual instanceof List && pattern.size() == actual.size() &&
                    [pattern, actual].transpose().every { matches(it[0], it[1], isPartial) }
        }
        pattern == actual && pattern?.class == actual?.class
    }

    private static boolean object(Map pattern, Map actual, boolean isPartial) {
        (isPartial || pattern.keySet().containsAll(actual.keySet())) &&
                pattern.every { key, value -> matches(value, actual.containsKey(key) ? actual[key] : MISSING, isPartial) }
    }

    private static boolean special(String name, Object pattern, Object actual, boolean isPartial) {
        boolean isThere = !actual.is(MISSING)
        switch (name) {
            case 'anyValue': return isThere && actual != null
            case 'absent': return !isThere
            case 'not': return !matches(pattern, actual, isPartial)
            case 'objectLike': return isThere && matches(pattern, actual, true)
            case 'objectEquals': return isThere && matches(pattern, actual, false)
            case 'arrayWith': return actual instanceof List && contains(pattern, actual)
            case 'arrayEquals': return actual instanceof List && matches(pattern, actual, isPartial)
            case 'stringNotLike': return actual instanceof String && !(actual =~ regex(pattern)).find()
            case 'stringLike':
            case 'stringLikeRegexp': return actual instanceof String && (actual =~ regex(pattern)).find()
        }
        throw new IllegalArgumentException("matcher $name")
    }

    private static boolean contains(List pattern, List actual) {
        int found = 0
        actual.each { found += found < pattern.size() && matches(pattern[found], it) ? 1 : 0 }
        found == pattern.size()
    }

    /** JavaScript lets a brace stand for itself where Java does not. */
    static String regex(Object pattern) {
        String text = pattern instanceof Map ? pattern.'$regex' : pattern
        text.replaceAll(/(?<!\\)\{(?!\d)/, '\\\\{').replaceAll(/(?<=[^\d\\])}/, '\\\\}')
    }
}
