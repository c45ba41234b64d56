package sst.repl.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import sst.constructs.assembly.AssemblyLock;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.runner.app.AppIdentity;
import sst.runner.app.AppSource;
import sst.runner.app.BuiltApp;
import sst.runner.failure.Problems;
import sst.runner.plan.Plan;

/** The last plans of a session, each with a copy of its assembly; they are gone when the session ends. */
public final class KeptPlans implements AutoCloseable {
    private static final int MOST = 20;
    private static final int TURNS = 20;

    private final Path folder;
    private final Deque<KeptPlan> plans = new ArrayDeque<>();
    private int count;

    /** @param folder made when it is needed, deleted in the end */
    public KeptPlans(Path folder) {
        this.folder = folder;
    }

    /**
     * Plans of the session that this process runs, in a folder that no other session uses. What sessions left that were
     * killed is deleted.
     *
     * @param sessions where sessions of the project keep theirs, each in a folder named by its process
     */
    public static KeptPlans ofThisProcess(Path sessions) {
        long own = ProcessHandle.current().pid();
        if (Files.isDirectory(sessions)) {
            try (Stream<Path> all = Files.list(sessions)) {
                all.filter(each -> isLeft(each.getFileName().toString(), own)).forEach(KeptPlans::delete);
            } catch (IOException | UncheckedIOException unreadable) {
                // Somebody else clears it too, or may do so: nothing of ours is in there.
                System.getLogger(KeptPlans.class.getName())
                        .log(System.Logger.Level.DEBUG, "left in " + sessions, unreadable);
            }
        }
        return new KeptPlans(sessions.resolve(Long.toString(own)));
    }

    private static boolean isLeft(String name, long own) {
        if (!name.matches("\\d{1,18}")) {
            return false;
        }
        long process = Long.parseLong(name);
        return process == own || ProcessHandle.of(process).isEmpty();
    }

    /** The app as it is now, in a folder of this session; other runs of the project write to the one that they share. */
    public AppSource draft(LiveApp app) {
        Path draft = folder.resolve("draft");
        for (int turn = 0; turn < TURNS; turn++) {
            delete(draft);
            BuiltApp built = app.build();
            boolean isCopied = AssemblyLock.holding(built.folder(), () -> {
                boolean isOurs = app.isBuilt();
                if (isOurs) {
                    copy(built.folder(), draft);
                }
                return isOurs;
            });
            if (isCopied) {
                return new Draft(app.identity(), new BuiltApp(draft, built.reused()));
            }
        }
        throw Problems.of(Code.CONFLICT, "other runs build the app all the time")
                .hint("let them end first")
                .asError();
    }

    private record Draft(AppIdentity identity, BuiltApp build) implements AppSource {}

    /** Keeps a plan that was made from the draft. */
    public KeptPlan keep(AppSource draft, List<String> stacks, Plan plan) {
        String id = "plan-" + ++count;
        Path kept = folder.resolve(id);
        try {
            Files.move(draft.build().folder(), kept);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the plan in " + kept, e);
        }
        return add(new KeptPlan(id, draft.identity(), stacks, plan, kept));
    }

    private KeptPlan add(KeptPlan kept) {
        plans.addLast(kept);
        if (plans.size() > MOST) {
            delete(plans.removeFirst().assembly());
        }
        return kept;
    }

    /**
     * The plan of that id.
     *
     * @throws sst.model.diagnostic.UserError when it is not kept
     */
    public KeptPlan get(String id) {
        return plans.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> Problems.of(
                        Code.USAGE, "no plan '" + id + "' is kept")
                .hint(ids().isEmpty() ? "make one with /diff" : Suggestion.hint(id, ids()))
                .asError());
    }

    /** Ids of what is kept, oldest first. */
    public List<String> ids() {
        return plans.stream().map(KeptPlan::id).toList();
    }

    @Override
    public void close() {
        delete(folder);
        plans.clear();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path source : walk.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    link(source, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the plan in " + to, e);
        }
    }

    /** Assets are never changed in place, so a link is a copy; small files are written anew by the next synthesis. */
    private static void link(Path source, Path target) throws IOException {
        boolean isAsset = source.toString().contains("asset.");
        try {
            if (isAsset) {
                Files.createLink(target, source);
                return;
            }
        } catch (UnsupportedOperationException | FileAlreadyExistsException noLinks) {
            Files.deleteIfExists(target);
        }
        Files.copy(source, target);
    }

    private static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
