package sst.runner.deploy.bootstrap;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.runner.assembly.StackArtifact;
import sst.runner.assembly.StackSettings;
import sst.runner.aws.ParameterPort;
import sst.runner.aws.stack.StackState;
import sst.runner.failure.Problems;
import sst.runner.plan.StackPlan;
import sst.runner.plan.change.StackChanges;

/** Checks an account and region for a bootstrap stack, the CDK's or ours, and says how ours is made. */
public final class Bootstrap {
    private Bootstrap() {}

    /** The version found, 0 when account and region are not bootstrapped. */
    public static int version(ParameterPort parameters, String parameter) {
        return parameters.find(parameter).map(Bootstrap::number).orElse(0);
    }

    /**
     * @param found as {@link #version} gives it
     * @throws sst.model.diagnostic.CloudError when {@code found} is not enough
     */
    public static void require(int found, int needed, BootstrapNames names) {
        if (found >= needed) {
            return;
        }
        String place = "account " + names.account() + " in " + names.region();
        String problem = found == 0
                ? place + " is not bootstrapped"
                : place + " has bootstrap version " + found + ", the app needs " + needed;
        throw Problems.cloud(Problems.of(Code.NOT_BOOTSTRAPPED, problem)
                .hint("run once: sst bootstrap --cloud aws --region " + names.region()));
    }

    /**
     * The plan that makes or renews our bootstrap stack.
     *
     * @param deployed the stack that is there, null when there is none
     */
    public static StackPlan plan(BootstrapNames names, @Nullable StackState deployed) {
        StackArtifact stack = stack(names.region());
        if (deployed == null || deployed.status().isReview()) {
            return new StackPlan.Create(stack, StackChanges.NONE);
        }
        return deployed.status().isDeadShell()
                ? new StackPlan.Recreate(stack, deployed, StackChanges.NONE)
                : new StackPlan.Update(stack, deployed, StackChanges.NONE);
    }

    /** The name of the bootstrap stack. */
    public static String stackName() {
        return BootstrapNames.STACK;
    }

    private static StackArtifact stack(String region) {
        try (InputStream in = Bootstrap.class.getResourceAsStream("bootstrap-template.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            StackSettings settings = new StackSettings(Map.of(), Map.of(), false, null, null, null, 0, null);
            return new StackArtifact(
                    BootstrapNames.STACK,
                    BootstrapNames.STACK,
                    "bootstrap",
                    region,
                    null,
                    new JsonMapper().readTree(text),
                    text,
                    settings,
                    Set.of(),
                    List.of(),
                    Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String version) {
        return version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0;
    }
}
