package notes;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

/** DELETE /notes/{id}: forgets a note. */
public final class Remove extends Route {
    private final Notes notes = new Notes();

    public Remove() {
        super(204);
    }

    @Override
    Object answer(APIGatewayV2HTTPEvent request) {
        notes.remove(id(request)).orElseThrow(() -> new Refused(404, "there is no note " + id(request)));
        return null;
    }
}
