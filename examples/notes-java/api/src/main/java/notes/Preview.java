package notes;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

/** POST /preview: the figures of a note before it is saved. */
public final class Preview extends Route {
    public Preview() {
        super(200);
    }

    @Override
    Object answer(APIGatewayV2HTTPEvent request) {
        var text = body(request).path("text");
        if (!text.isTextual()) {
            throw new Refused(400, "text must be a string");
        }
        return new Count(Figures.words(text.textValue()), Figures.characters(text.textValue()));
    }

    record Count(long words, int characters) {}
}
