package notes;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

/** GET /notes/{id}: one note. */
public final class Get extends Route {
    private final Notes notes = new Notes();

    public Get() {
        super(200);
    }

    @Override
    Object answer(APIGatewayV2HTTPEvent request) {
        return notes.get(id(request)).orElseThrow(() -> new Refused(404, "there is no note " + id(request)));
    }
}
