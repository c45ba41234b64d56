package sst.constructs.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.IFunction;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.AppConstruct.Member;
import sst.constructs.function.FunctionConstruct;
import sst.constructs.function.FunctionSettings;
import sst.constructs.function.LambdaFunction;
import sst.constructs.host.Errors;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.SourceRef;
import sst.model.event.ChildDefaults;
import sst.model.event.Receiver;
import sst.model.function.FunctionDefinition;
import sst.model.function.FunctionProps;
import sst.model.ref.ConstructId;

/** The functions that a construct sends events to, its own and others'. */
public final class Receivers {
    private final Map<String, Member> members = new LinkedHashMap<>();

    /** Those that a construct makes, by key, with all defaults merged in. */
    public static Map<String, FunctionProps> own(
            Map<String, ? extends Receiver> receivers, @Nullable ChildDefaults defaults, StackModel stack) {
        Map<String, FunctionProps> own = new LinkedHashMap<>();
        receivers.forEach((key, receiver) -> {
            if (receiver.function() instanceof FunctionDefinition.Inline inline) {
                own.put(key, FunctionSettings.merged(stack, of(defaults), inline.props()));
            } else if (receiver.function() != null && of(defaults) != null) {
                throw Errors.of(
                                Code.CONFLICT,
                                "'" + key + "' is an existing function and cannot take defaults.function")
                        .hint("set the props where the function is made, or remove defaults { function }")
                        .subject(key)
                        .asError();
            }
        });
        return own;
    }

    private static @Nullable FunctionProps of(@Nullable ChildDefaults defaults) {
        return defaults == null ? null : defaults.function();
    }

    /**
     * The function of one receiver, made if it is the construct's own.
     *
     * @param child the id of a function that is made, below the spot's scope
     */
    public IFunction function(
            Spot spot, String child, Map.Entry<String, ? extends Receiver> entry, @Nullable ChildDefaults defaults) {
        String key = entry.getKey();
        Receiver receiver = entry.getValue();
        Optional<IFunction> existing = new CdkProps(spot.site().values())
                .given(CdkProps.of(receiver.cdk(), "function"), spot.scope(), IFunction.class);
        if (existing.isPresent()) {
            return existing.get();
        }
        FunctionDefinition definition = receiver.function();
        if (!CdkProps.of(receiver.cdk(), "function").props().isEmpty()) {
            throw Errors.of(Code.CONFLICT, "'cdk.function' of '" + key + "' is no CDK object, and 'function' is set")
                    .hint("write function: [handler: …, cdk: [function: […]]]")
                    .subject(key)
                    .asError();
        }
        if (definition == null) {
            throw Errors.of(Code.MISSING_PROP, "'" + key + "' of '" + spot.id() + "' has no function")
                    .hint("write " + key + ": 'src/lambda.handler'")
                    .subject(key)
                    .asError();
        }
        Member member = definition instanceof FunctionDefinition.Existing other
                ? new Member(existing(spot, other.function()), false)
                : new Member(make(spot, child, entry, defaults), true);
        members.put(key, member);
        return ((LambdaFunction) member.function()).cdk();
    }

    private static LambdaFunction existing(Spot spot, ConstructId id) {
        AppConstruct construct = spot.site().values().construct(id);
        if (construct instanceof FunctionConstruct function) {
            return function.function();
        }
        throw Errors.of(Code.WRONG_TYPE, id.path() + " is not a function").asError();
    }

    private static LambdaFunction make(
            Spot spot, String child, Map.Entry<String, ? extends Receiver> entry, @Nullable ChildDefaults defaults) {
        spot.mark(child, entry.getKey(), at(entry.getValue(), spot.model()));
        FunctionProps props =
                own(Map.ofEntries(entry), defaults, spot.site().model()).get(entry.getKey());
        return LambdaFunction.make(
                new LambdaFunction.Spot(spot.scope(), child),
                java.util.Objects.requireNonNull(props),
                spot.site().code().of(spot.model(), entry.getKey()),
                spot.site());
    }

    /** The line of one of some entries; that of the construct for all others. */
    public static SourceRef at(Map<String, ?> entries, String key, ConstructModel model) {
        Object entry = entries.get(key);
        return entry == null ? model.at() : at(entry, model);
    }

    /** The line of something that may be a receiver with a function of its own; else that of the construct. */
    public static SourceRef at(Object entry, ConstructModel model) {
        return entry instanceof Receiver receiver && receiver.function() instanceof FunctionDefinition.Inline inline
                ? inline.at()
                : model.at();
    }

    /** A function that was made or found, to be told more; empty for one that came out of a closure. */
    public Optional<LambdaFunction> made(String key) {
        return Optional.ofNullable(members.get(key)).map(member -> (LambdaFunction) member.function());
    }

    /** Those that bindings and grants reach. */
    public Map<String, Member> members() {
        return members;
    }
}
