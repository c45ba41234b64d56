package sst.runner.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.UnaryOperator;

/** Hides known secret values, as they are and as base64 or URL text, in everything that leaves the process. */
public final class Redactor implements UnaryOperator<String> {
    /** Shorter values would hide half of every text. */
    private static final int SHORTEST = 6;

    private final Set<String> hidden = new CopyOnWriteArraySet<>();

    /** Hides a value from now on. */
    public void hide(String secret) {
        if (secret.length() < SHORTEST) {
            return;
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        hidden.add(secret);
        hidden.add(Base64.getEncoder().encodeToString(bytes));
        hidden.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }

    @Override
    public String apply(String text) {
        Set<String> longestFirst = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        longestFirst.addAll(hidden);
        String shown = text;
        for (String secret : List.copyOf(longestFirst)) {
            shown = shown.replace(secret, "***");
        }
        return shown;
    }
}
