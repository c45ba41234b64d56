package notes;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

/** GET /stats: how many notes there are and how long they are. */
public final class Stats extends Route {
    private final Notes notes = new Notes();

    public Stats() {
        super(200);
    }

    @Override
    Object answer(APIGatewayV2HTTPEvent request) {
        return Figures.of(notes.newestFirst().stream().map(Note::text).toList());
    }
}
