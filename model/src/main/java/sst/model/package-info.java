/**
 * Here: the values that flow through the product, from the app to its constructs, references and diagnostics.
 * In: typed props, set by the DSL or by Java. Out: an immutable AppModel, or diagnostics at the user's lines.
 * Must not be here: CDK, AWS SDK, picocli, Groovy classes (annotations excepted), file or network access.
 */
@NullMarked
package sst.model;

import org.jspecify.annotations.NullMarked;
