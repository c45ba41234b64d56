package sst.runner.plan.saved;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sst.runner.assembly.AssetEntry;
import sst.runner.assembly.StackArtifact;
import sst.runner.aws.stack.StackState;
import sst.runner.plan.StackPlan;

/** What a stack was planned from, short enough to be compared. */
final class Fingerprint {
    private Fingerprint() {}

    /** Of all that the code says about a stack. */
    static String ofCode(StackArtifact stack) {
        StringBuilder all = new StringBuilder(stack.template().toString());
        all.append(new TreeMap<>(stack.settings().tags()));
        all.append(new TreeMap<>(stack.settings().parameters()));
        all.append(stack.settings().terminationProtection());
        stack.assets().stream().map(AssetEntry::id).sorted().forEach(all::append);
        return sha256(all.toString());
    }

    /** Of what is deployed: which incarnation of the stack, changed when, in what state. */
    static String ofStage(StackPlan plan) {
        StackState state = deployed(plan);
        return state == null ? "absent" : state.arn() + " " + state.changed() + " " + state.status();
    }

    private static @Nullable StackState deployed(StackPlan plan) {
        if (plan instanceof StackPlan.Skip skip) {
            return skip.deployed();
        }
        if (plan instanceof StackPlan.Update update) {
            return update.deployed();
        }
        if (plan instanceof StackPlan.Recreate recreate) {
            return recreate.deployed();
        }
        if (plan instanceof StackPlan.Rollback rollback) {
            return rollback.deployed();
        }
        if (plan instanceof StackPlan.Resume resume) {
            return resume.deployed();
        }
        return plan instanceof StackPlan.Blocked blocked ? blocked.deployed() : null;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
