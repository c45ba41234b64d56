/**
 * Here: web sites: their props and handles.
 * In: what a config writes. Out: values for the constructs.
 * Must not be here: building, serving.
 */
@NullMarked
package sst.model.site;

import org.jspecify.annotations.NullMarked;
