package sst.model.cognito;

import java.util.List;
import sst.model.diagnostic.Suggestion;
import sst.model.function.FunctionDefinition;
import sst.model.schema.MapBlock;
import sst.model.schema.PropType;
import sst.model.schema.written.Mismatch;

/**
 * The functions that a user pool calls, by trigger.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html">Cognito's triggers</a>
 */
public final class TriggersBlock extends MapBlock<FunctionDefinition> {
    private static final List<String> TRIGGERS = List.of(
            "createAuthChallenge",
            "customEmailSender",
            "customMessage",
            "customSmsSender",
            "defineAuthChallenge",
            "postAuthentication",
            "postConfirmation",
            "preAuthentication",
            "preSignUp",
            "preTokenGeneration",
            "userMigration",
            "verifyAuthChallengeResponse");

    public TriggersBlock(PropType<FunctionDefinition> type) {
        super(type);
    }

    @Override
    protected String key(String written) {
        if (!TRIGGERS.contains(written)) {
            throw new Mismatch("'" + written + "' is no trigger of Cognito", Suggestion.hint(written, TRIGGERS));
        }
        return written;
    }
}
