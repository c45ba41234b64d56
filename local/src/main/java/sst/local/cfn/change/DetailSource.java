package sst.local.cfn.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.change.ResourceChange.Detail;
import sst.local.cfn.template.References;
import sst.local.cfn.template.ResourceDeclaration;
import sst.local.cfn.value.Scope;

/**
 * Says where a changed property comes from.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChangeDetail.html">AWS</a>
 */
final class DetailSource {
    private DetailSource() {}

    static Detail of(PlannedUpdate update, ResourceDeclaration after, PropertyChange change, JsonNode value) {
        boolean isStatic = !value.toString().contains(Scope.UNKNOWN);
        JsonNode expression = after.properties().path(change.name());
        References used = References.of(expression);
        String source = "DirectModification";
        String cause = "";
        if (sameAsBefore(update, after.logicalId(), change.name(), expression)) {
            String attribute = first(used.attributes(), update);
            String reference = first(used.names(), update);
            if (!attribute.isEmpty()) {
                source = "ResourceAttribute";
                cause = attribute;
            } else if (update.after().parameters().containsKey(reference)) {
                source = "ParameterReference";
                cause = reference;
            } else if (!reference.isEmpty()) {
                source = "ResourceReference";
                cause = reference;
            }
        }
        return new Detail("Properties", change.name(), change.recreation(), isStatic, source, cause);
    }

    private static boolean sameAsBefore(PlannedUpdate update, String logicalId, String property, JsonNode expression) {
        @Nullable
        ResourceDeclaration before =
                update.before() == null ? null : update.before().resources().get(logicalId);
        return before != null && PropertyChanges.same(before.properties().path(property), expression);
    }

    private static String first(Set<String> names, PlannedUpdate update) {
        Iterator<String> those = names.stream()
                .filter(name -> update.after().parameters().containsKey(name)
                        || update.after().resources().containsKey(name.split("\\.", 2)[0]))
                .iterator();
        return those.hasNext() ? those.next() : "";
    }
}
