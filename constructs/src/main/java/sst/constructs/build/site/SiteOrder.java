package sst.constructs.build.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;

/**
 * How a site is built, in the form of a handler: so a site is built like a function, by whose package it comes to AWS.
 *
 * @param command what builds it; empty when its files are served as they are
 * @param output the folder of what is served, below the site's folder
 * @param index the page that must be there
 * @param environment variables of the command
 */
public record SiteOrder(String command, String output, String index, Map<String, String> environment) {
    private static final String START = "sst:site:";
    private static final ObjectMapper JSON = new ObjectMapper();

    public SiteOrder {
        environment = Map.copyOf(environment);
    }

    /** The handler that stands for it. */
    public String handler() {
        try {
            return START + JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Optional<SiteOrder> of(String handler) {
        if (!handler.startsWith(START)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(handler.substring(START.length()), SiteOrder.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
