package sst.runner.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sst.runner.app.SecretNames;
import sst.runner.plan.Plan;
import sst.runner.plan.PlanCounts;
import sst.runner.plan.StackPlan;
import sst.runner.plan.change.Change;
import sst.runner.plan.change.PropertyChange;
import sst.runner.plan.change.Replacement;
import sst.runner.plan.change.SecurityChange;
import sst.runner.ui.Result;
import sst.runner.ui.Style;

/** A plan to be read: what is lost first, then rights, then the rest. */
public final class PlanView {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SHORT = 60;
    private static final int LEAD = 12;

    private final Plan plan;
    private final Style style;
    private final boolean full;

    /** @param full whether values are shown whole and additions property by property */
    public PlanView(Plan plan, Style style, boolean full) {
        this.plan = plan;
        this.style = style;
        this.full = full;
    }

    public Result result() {
        return new Result(lines(), json());
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        plan.changes().stream().filter(Change::isDestructive).forEach(change -> lines.addAll(change(change)));
        plan.security().forEach(change -> lines.add(security(change)));
        plan.changes().stream()
                .filter(change -> !change.isDestructive())
                .forEach(change -> lines.addAll(change(change)));
        for (StackPlan stack : plan.stacks()) {
            for (String other : stack.changes().others()) {
                lines.add(style.caution("~") + " " + stack.stack().label() + "  " + other);
            }
            lines.addAll(state(stack));
        }
        plan.orphans()
                .forEach(orphan -> lines.add(style.caution("!") + " stack " + orphan.name()
                        + "  is deployed but no longer in the config: deploy --prune removes it"));
        plan.notes().forEach(note -> lines.add(style.caution("!") + " " + note));
        lines.add(summary());
        return lines;
    }

    private List<String> state(StackPlan stack) {
        String name = stack.stack().label();
        if (stack instanceof StackPlan.Blocked blocked) {
            return List.of(style.bad("✖") + " " + name + "  " + blocked.reason(), "    hint: " + blocked.fix());
        }
        if (stack instanceof StackPlan.Rollback rollback) {
            return List.of(style.caution("!") + " " + name + "  is "
                    + rollback.deployed().status()
                    + ": a deploy rolls it back first, with --no-rollback it goes on from"
                    + " there");
        }
        if (stack instanceof StackPlan.Resume resume) {
            return List.of(style.caution("!") + " " + name + "  is "
                    + resume.deployed().status() + ": a deploy waits for it");
        }
        return stack instanceof StackPlan.Recreate recreate
                ? List.of(style.caution("!") + " " + name + "  is "
                        + recreate.deployed().status() + ": a deploy deletes it and creates it again")
                : List.of();
    }

    private List<String> change(Change change) {
        List<String> lines = new ArrayList<>();
        String name = change.origin().construct() + "  " + change.type().replaceFirst("^AWS::", "");
        String place = change.origin().place() == null
                ? ""
                : "  " + style.faint(change.origin().place());
        String what = change.isCodeOnly() ? "  code" : "";
        lines.add(mark(change) + " " + name + what + loss(change) + place);
        if (!change.isCodeOnly() || full) {
            change.properties().forEach(property -> lines.add("    " + property(property)));
        }
        return lines;
    }

    private String mark(Change change) {
        return switch (change.action()) {
            case ADD -> style.good("+");
            case REMOVE -> style.bad("- destroy");
            case CHANGE ->
                switch (change.replacement()) {
                    case YES -> style.bad("! replace");
                    case MAYBE -> style.caution("~ may replace");
                    case NO -> style.caution("~");
                };
        };
    }

    private String loss(Change change) {
        String loss = change.dataLoss();
        return loss == null ? "" : "  " + style.bad(loss);
    }

    private String property(PropertyChange property) {
        String replaces = property.replacement() == Replacement.YES ? "  " + style.bad("(forces replacement)") : "";
        boolean secret = SecretNames.isSecret(property.path());
        String before = secret ? hidden(property.before()) : text(property.before());
        String after = secret ? hidden(property.after()) : text(property.after());
        int from = parting(before, after);
        return property.path() + "  " + shown(before, from) + " → " + shown(after, from) + replaces;
    }

    /** Where to begin with two values: long ones that begin alike would be cut off before they differ. */
    private static int parting(String before, String after) {
        int same = 0;
        while (same < Math.min(before.length(), after.length()) && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        boolean isCutOff = same > SHORT / 2 && Math.max(before.length(), after.length()) > SHORT;
        return isCutOff ? same - LEAD : 0;
    }

    private static String hidden(@Nullable JsonNode value) {
        return value == null ? "(none)" : "***";
    }

    private static String text(@Nullable JsonNode value) {
        if (value == null) {
            return "(none)";
        }
        return value.isTextual() ? value.asText() : value.toString();
    }

    private String shown(String text, int from) {
        String rest = full || from == 0 ? text : "…" + text.substring(from);
        return full || rest.length() <= SHORT ? rest : rest.substring(0, SHORT) + "…";
    }

    private String security(SecurityChange change) {
        String place = change.origin().place() == null
                ? ""
                : "  " + style.faint(change.origin().place());
        return (change.opens() ? style.caution("! security") : style.good("- security")) + "  " + change.sentence()
                + place;
    }

    private String summary() {
        PlanCounts counts = plan.counts();
        if (plan.isEmpty()) {
            return style.good("✔") + " no changes";
        }
        return counts.add() + " add, " + counts.change() + " change, " + counts.replace() + " replace, "
                + counts.destroy() + " destroy";
    }

    private List<ObjectNode> json() {
        List<ObjectNode> lines = new ArrayList<>();
        for (StackPlan stack : plan.stacks()) {
            stack.changes().resources().forEach(change -> lines.add(json(stack, change)));
            stack.changes()
                    .security()
                    .forEach(change -> lines.add(typed("security")
                            .put("stack", stack.stack().stackName())
                            .put("sentence", change.sentence())
                            .put("opens", change.opens())));
        }
        lines.add(summaryJson());
        return lines;
    }

    private static ObjectNode json(StackPlan stack, Change change) {
        ObjectNode json = typed("change").put("stack", stack.stack().stackName());
        json.put("logicalId", change.logicalId()).put("resourceType", change.type());
        json.put("construct", change.origin().construct())
                .put("place", change.origin().place());
        json.put("action", lower(change.action())).put("replacement", lower(change.replacement()));
        json.put("codeOnly", change.isCodeOnly()).put("dataLoss", change.dataLoss());
        for (PropertyChange property : change.properties()) {
            ObjectNode one = json.withArray("/properties").addObject().put("path", property.path());
            boolean secret = SecretNames.isSecret(property.path());
            one.set("before", json(property.before(), secret));
            one.set("after", json(property.after(), secret));
        }
        return json;
    }

    private static JsonNode json(@Nullable JsonNode value, boolean secret) {
        if (value == null) {
            return JSON.nullNode();
        }
        return secret && value.isTextual() ? JSON.textNode("***") : value;
    }

    private ObjectNode summaryJson() {
        PlanCounts counts = plan.counts();
        ObjectNode json = typed("summary").put("add", counts.add()).put("change", counts.change());
        json.put("replace", counts.replace()).put("destroy", counts.destroy());
        ObjectNode stacks = json.putObject("stacks");
        plan.stacks()
                .forEach(stack -> stacks.put(
                        stack.stack().stackName(), lower(stack.getClass().getSimpleName())));
        plan.orphans().forEach(orphan -> json.withArray("/orphans").add(orphan.name()));
        return json;
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("version", 1).put("type", type);
    }

    private static String lower(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }
}
