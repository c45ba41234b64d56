package sst.dsl.scope;

import groovy.lang.DelegatingMetaClass;
import groovy.lang.MetaMethod;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Groovy from finding methods on a scope by itself. Every object has dozens of extension methods ({@code use},
 * {@code find}, {@code any} …); without this they would answer in place of props and constructs of the same name.
 */
final class ScopeMetaClass extends DelegatingMetaClass {
    ScopeMetaClass(Class<?> scope) {
        super(scope);
        initialize();
    }

    @Override
    @SuppressWarnings({"rawtypes", "deprecation"})
    public @Nullable MetaMethod pickMethod(String name, Class[] arguments) {
        return null;
    }
}
