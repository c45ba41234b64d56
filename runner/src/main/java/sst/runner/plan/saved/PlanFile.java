package sst.runner.plan.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.runner.deploy.event.DeployEvent.Where;
import sst.runner.failure.Problems;
import sst.runner.plan.Plan;
import sst.runner.plan.StackPlan;

/**
 * A plan that was looked at, to be executed later as it is or not at all. It holds no templates: the code is planned
 * again, and every stack must come out as it did.
 *
 * @param where the stage that was planned for
 * @param whole whether every stack of the app is in it
 */
public record PlanFile(Where where, boolean whole, Instant made, List<SavedStack> stacks) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TYPE = "sst-plan";
    private static final Pattern STACK = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    public PlanFile {
        stacks = List.copyOf(stacks);
    }

    /**
     * One stack of the plan.
     *
     * @param kind {@code create}, {@code update} …
     * @param code a hash of all that the code says
     * @param stage what was deployed
     */
    public record SavedStack(String name, String kind, String code, String stage) {
        static SavedStack of(StackPlan plan) {
            String kind = plan.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            String name = plan.stack().stackName();
            return new SavedStack(name, kind, Fingerprint.ofCode(plan.stack()), Fingerprint.ofStage(plan));
        }
    }

    public static PlanFile of(Plan plan, Where where, boolean whole, Instant now) {
        return new PlanFile(
                where, whole, now, plan.stacks().stream().map(SavedStack::of).toList());
    }

    /**
     * Whether a word of the user means a plan and not a stack.
     *
     * @param file where the plan would be
     */
    public static boolean isMeant(String word, Path file) {
        return !STACK.matcher(word).matches() || is(file);
    }

    private static boolean is(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) < 10_000_000
                    && Files.readString(file).contains("\"" + TYPE + "\"");
        } catch (IOException e) {
            return false;
        }
    }

    /** Names of its stacks. */
    public List<String> names() {
        return stacks.stream().map(SavedStack::name).toList();
    }

    /**
     * Refuses to go on at another stage than the plan was made for.
     *
     * @throws sst.model.diagnostic.CloudError with exit code 5
     */
    public void checkStage(String app, String stage) {
        if (!where.app().equals(app) || !where.stage().equals(stage)) {
            throw stale("the plan is for stage " + where.stage() + " of " + where.app() + ", not for stage " + stage
                    + " of " + app);
        }
    }

    /**
     * Refuses to go on when code or stage moved on since the plan was made.
     *
     * @throws sst.model.diagnostic.CloudError with exit code 5, naming the stacks
     */
    public void check(Plan now, Where here) {
        if (!here.equals(where)) {
            throw stale("the plan is for " + words(where) + ", not for " + words(here));
        }
        List<SavedStack> found = now.stacks().stream().map(SavedStack::of).toList();
        List<String> code = new ArrayList<>();
        List<String> stage = new ArrayList<>();
        for (SavedStack saved : stacks) {
            SavedStack other = find(found, saved.name());
            if (other == null || !other.code().equals(saved.code())) {
                code.add(saved.name());
            } else if (!other.stage().equals(saved.stage())) {
                stage.add(saved.name());
            }
        }
        found.stream()
                .map(SavedStack::name)
                .filter(name -> !names().contains(name))
                .forEach(code::add);
        if (!code.isEmpty()) {
            throw stale("the code has moved on since the plan was made: " + String.join(", ", code));
        }
        if (!stage.isEmpty()) {
            throw stale("the stage has moved on since the plan was made: " + String.join(", ", stage));
        }
    }

    private static @Nullable SavedStack find(List<SavedStack> stacks, String name) {
        return stacks.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String words(Where place) {
        return place.app() + " " + place.stage() + " in " + place.account() + " " + place.region();
    }

    private static RuntimeException stale(String problem) {
        return Problems.cloud(Problems.of(Code.STACK_BLOCKED, problem)
                .hint("look again: sst diff --out FILE, then deploy that file"));
    }

    public void write(Path file) {
        ObjectNode json = JSON.createObjectNode().put("type", TYPE).put("version", 1);
        json.put("app", where.app()).put("stage", where.stage()).put("region", where.region());
        json.put("account", where.account()).put("local", where.local()).put("whole", whole);
        json.put("made", made.toString());
        for (SavedStack stack : stacks) {
            ObjectNode one = json.withArray("/stacks").addObject().put("name", stack.name());
            one.put("kind", stack.kind()).put("code", stack.code()).put("deployed", stack.stage());
        }
        try {
            Files.writeString(file, json.toPrettyString() + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Problems.unwritable(file, e);
        }
    }

    /** @throws sst.model.diagnostic.UserError when the file is not a plan of this version */
    public static PlanFile read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            if (!json.path("type").asText().equals(TYPE) || json.path("version").asInt() != 1) {
                throw notPlan(file, " is not a plan that this sst understands");
            }
            return of(json);
        } catch (NoSuchFileException e) {
            throw notPlan(file, " is not there, neither as a plan nor as a stack");
        } catch (IOException | java.time.DateTimeException e) {
            throw notPlan(file, " is not a plan");
        }
    }

    private static RuntimeException notPlan(Path file, String why) {
        return Problems.of(Code.USAGE, file + why)
                .hint("make a plan: sst diff --out " + file)
                .asError();
    }

    private static PlanFile of(JsonNode json) {
        List<SavedStack> stacks = new ArrayList<>();
        json.path("stacks")
                .forEach(one -> stacks.add(new SavedStack(
                        one.path("name").asText(),
                        one.path("kind").asText(),
                        one.path("code").asText(),
                        one.path("deployed").asText())));
        Where where = new Where(
                json.path("app").asText(),
                json.path("stage").asText(),
                json.path("region").asText(),
                json.path("account").asText(),
                json.path("local").asBoolean());
        Instant made = Instant.parse(json.path("made").asText());
        return new PlanFile(where, json.path("whole").asBoolean(), made, stacks);
    }
}
