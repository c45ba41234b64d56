package notes;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

/** GET /notes: all notes, the newest first. */
public final class ListNotes extends Route {
    private final Notes notes = new Notes();

    public ListNotes() {
        super(200);
    }

    @Override
    Object answer(APIGatewayV2HTTPEvent request) {
        return notes.newestFirst();
    }
}
