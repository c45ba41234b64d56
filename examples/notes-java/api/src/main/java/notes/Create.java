package notes;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.time.Instant;
import java.util.UUID;

/** POST /notes: keeps a note. */
public final class Create extends Route {
    private static final int LONGEST = 10_000;

    private final Notes notes = new Notes();

    public Create() {
        super(201);
    }

    @Override
    Object answer(APIGatewayV2HTTPEvent request) {
        var text = body(request).path("text");
        if (!text.isTextual() || text.textValue().isBlank()) {
            throw new Refused(400, "text must be a string that is not empty");
        }
        if (text.textValue().length() > LONGEST) {
            throw new Refused(400, "text must not be longer than " + LONGEST + " characters");
        }
        Note note = new Note(
                UUID.randomUUID().toString(), text.textValue(), Instant.now().toString());
        notes.put(note);
        return note;
    }
}
