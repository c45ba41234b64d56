package sst.runner.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sst.runner.assembly.Origin;
import sst.runner.aws.stack.StackStatus;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.event.DeployEvent.AssetPublished;
import sst.runner.deploy.event.DeployEvent.Operation;
import sst.runner.deploy.event.DeployEvent.ResourceMoved;
import sst.runner.deploy.event.DeployEvent.RunFinished;
import sst.runner.deploy.event.DeployEvent.RunStarted;
import sst.runner.deploy.event.DeployEvent.StackFinished;
import sst.runner.deploy.event.DeployEvent.StackMoved;
import sst.runner.deploy.event.DeployEvent.StackStarted;
import sst.runner.deploy.event.DeployEvent.Throttled;
import sst.runner.deploy.event.DeployEvent.Warned;
import sst.runner.deploy.event.DeployEvent.Where;
import sst.runner.deploy.event.FailureCause;
import sst.runner.deploy.event.RunResult;
import sst.runner.deploy.event.StackOutcome;
import sst.runner.deploy.event.StackOutcome.Verdict;
import sst.runner.plan.PlanCounts;

/** Says events in one stable line each; those that say nothing new are left out. */
final class EventText {
    private final Style style;
    private final Function<String, List<String>> excerpts;

    /** @param excerpts the lines of the config at a place */
    EventText(Style style, Function<String, List<String>> excerpts) {
        this.style = style;
        this.excerpts = excerpts;
    }

    List<String> lines(DeployEvent event) {
        if (event instanceof RunFinished finished) {
            return finished(finished);
        }
        String line = line(event);
        return line == null ? List.of() : List.of(line);
    }

    private @Nullable String line(DeployEvent event) {
        if (event instanceof RunStarted started) {
            return header(started.where()) + "      plan: " + counts(started.counts());
        }
        if (event instanceof AssetPublished asset) {
            return "  " + style.good("✔") + " published " + asset.name() + "  (" + asset.done() + "/" + asset.total()
                    + ")";
        }
        if (event instanceof StackStarted stack) {
            return "  " + stack.stack() + "  " + verb(stack.operation());
        }
        if (event instanceof StackMoved stack) {
            return moved(stack);
        }
        if (event instanceof ResourceMoved resource) {
            return resource(resource);
        }
        if (event instanceof Warned warned) {
            return style.caution("!") + " " + warned.text();
        }
        return event instanceof StackFinished stack ? ended(stack) : throttled(event);
    }

    private @Nullable String throttled(DeployEvent event) {
        return event instanceof Throttled throttled
                ? "  " + throttled.stack() + "  AWS asks for patience, looking again in "
                        + Durations.shown(throttled.pause())
                : null;
    }

    static String header(Where where) {
        String account = where.local() ? "local cloud" : where.account();
        return where.app() + " · " + where.stage() + " · " + where.region() + " · " + account;
    }

    static String counts(PlanCounts counts) {
        List<String> parts = new ArrayList<>();
        add(parts, counts.add(), "add");
        add(parts, counts.change(), "change");
        add(parts, counts.replace(), "replace");
        add(parts, counts.destroy(), "destroy");
        return parts.isEmpty() ? "no resource changes" : String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    static String verb(Operation operation) {
        return switch (operation) {
            case CREATE -> "is created";
            case UPDATE -> "is updated";
            case RECREATE -> "is deleted and created again, because its creation failed before";
            case HOTSWAP -> "has its functions swapped";
            case ROLLBACK -> "is rolled back";
            case REMOVE -> "is removed";
            case WAIT -> "is still being worked on, waiting";
        };
    }

    private @Nullable String moved(StackMoved stack) {
        boolean worthSaying =
                stack.status().isRollback() && !stack.status().name().endsWith("_CLEANUP_IN_PROGRESS");
        return worthSaying ? "  " + stack.stack() + "  " + words(stack.status()) : null;
    }

    private @Nullable String resource(ResourceMoved resource) {
        StackStatus status = resource.status();
        String name = "  " + resource.stack() + "  ";
        if (status.isFailed()) {
            return name + style.bad("✖") + " " + named(resource) + "  " + resource.reason();
        }
        if (status.is("DELETE_SKIPPED")) {
            return name + style.caution("!") + " " + named(resource)
                    + "  is left behind: its removal policy keeps it, delete it by hand when nobody needs it";
        }
        boolean ended = status.name().endsWith("_COMPLETE");
        return ended ? name + style.good("✔") + " " + named(resource) + "  " + words(status) : null;
    }

    private String ended(StackFinished stack) {
        StackOutcome outcome = stack.outcome();
        String mark = outcome.isGood() ? style.good("✔") : style.bad("✖");
        String took = stack.took().isZero() ? "" : "  " + Durations.shown(stack.took());
        return "  " + outcome.stack() + "  " + mark + " " + words(outcome.verdict()) + took;
    }

    private List<String> finished(RunFinished run) {
        List<String> lines = new ArrayList<>();
        RunResult result = run.result();
        for (StackOutcome failed : result.stacks()) {
            FailureCause cause = failed.cause();
            if (cause != null) {
                lines.add("");
                lines.add(
                        style.bad("✖") + " " + style.strong(failed.label() + ": " + named(cause.origin())) + " failed");
                String place = cause.origin().place();
                if (place != null) {
                    lines.add("  " + place);
                    lines.addAll(excerpts.apply(place));
                }
                lines.add("  " + cause.reason());
                cause.log().forEach(line -> lines.add("  " + style.faint("log | " + line)));
                if (cause.hint() != null) {
                    lines.add("  " + style.good("hint:") + " " + cause.hint());
                }
            }
        }
        String took = "      " + Durations.shown(run.took());
        lines.add(result.stopped() ? stopped(result) + took : summary(result) + took);
        return lines;
    }

    private String summary(RunResult result) {
        if (result.isGood()) {
            boolean changed = result.stacks().stream().anyMatch(s -> s.verdict() != Verdict.UNCHANGED);
            return style.good("✔") + (changed ? " done" : " no changes: everything is deployed as it is");
        }
        List<String> parts = new ArrayList<>();
        result.stacks().forEach(stack -> parts.add(stack.label() + " " + words(stack.verdict())));
        return style.bad("✖") + " " + String.join(", ", parts);
    }

    private String stopped(RunResult result) {
        boolean detached = result.stacks().stream().anyMatch(s -> s.verdict() == Verdict.DETACHED);
        return style.caution("!") + " stopped"
                + (detached ? "; CloudFormation finishes what it has begun: the same command goes on from there" : "");
    }

    private static String named(ResourceMoved resource) {
        return resource.origin().construct() + "  " + resource.type().replaceFirst("^AWS::", "");
    }

    static String named(Origin origin) {
        return origin.construct() + " " + origin.type().replaceFirst("^AWS::", "");
    }

    static String words(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code UPDATE_COMPLETE} as "updated", {@code ROLLBACK_IN_PROGRESS} as "rollback in progress". */
    static String words(StackStatus status) {
        return switch (status.name()) {
            case "CREATE_COMPLETE" -> "created";
            case "UPDATE_COMPLETE" -> "updated";
            case "DELETE_COMPLETE" -> "deleted";
            default -> status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
