/**
 * Here: how props are declared, coerced and described; the generated blocks stand on this.
 * In: raw values from Groovy, Java or maps. Out: typed records, or a diagnostic that names the prop.
 * Must not be here: any single construct.
 */
@NullMarked
package sst.model.schema;

import org.jspecify.annotations.NullMarked;
