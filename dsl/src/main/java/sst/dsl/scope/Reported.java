package sst.dsl.scope;

import groovy.lang.GroovyObjectSupport;
import java.util.Collection;
import java.util.Map;

/**
 * What a call gives that is wrong and was reported: it takes every call and stands for no value, so that one mistake is
 * one message.
 */
final class Reported extends GroovyObjectSupport {
    @Override
    public Object invokeMethod(String name, Object arguments) {
        return this;
    }

    @Override
    public Object getProperty(String name) {
        return name.equals("metaClass") ? getMetaClass() : this;
    }

    /** Whether a value holds one somewhere. */
    static boolean isIn(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(Reported::isIn);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().anyMatch(Reported::isIn);
        }
        return value instanceof Reported;
    }
}
