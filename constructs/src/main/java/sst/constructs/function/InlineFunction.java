package sst.constructs.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.constructs.Construct;

/**
 * Small functions of the product's own that work beside a user's. Their text stands in the template, so there is
 * nothing to publish; they sign requests themselves, since only AWS's runtimes bring the AWS SDK along.
 */
public final class InlineFunction {
    private InlineFunction() {}

    /**
     * A function to be given what it needs.
     *
     * @param script which of them, such as {@code job}
     */
    public static Function.Builder builder(Construct scope, String id, String script) {
        return Function.Builder.create(scope, id)
                .code(Code.fromInline(text("aws.js") + text(script + ".js")))
                .handler("index.handler")
                .runtime(Runtime.NODEJS_22_X);
    }

    private static String text(String name) {
        try (InputStream stream = Objects.requireNonNull(InlineFunction.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
