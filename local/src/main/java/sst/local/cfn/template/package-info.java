/**
 * Here: templates as values: syntax, sections, references between resources.
 * In: template text in JSON or YAML. Out: a checked Template, or an error with AWS's text.
 * Must not be here: values of parameters, stacks, resource types.
 */
@NullMarked
package sst.local.cfn.template;

import org.jspecify.annotations.NullMarked;
