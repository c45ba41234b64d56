package sst.runner.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Hides known secret values, as they are and as base64, JSON or URL text, in everything that leaves the process. */
public final class Redactor implements UnaryOperator<String> {
    /** Shorter values would hide half of every text. */
    private static final int SHORTEST = 6;

    private volatile List<String> hidden = List.of();

    /** Hides values from now on. */
    public void hide(Collection<String> secrets) {
        secrets.forEach(this::hide);
    }

    /** Hides a value from now on. */
    public synchronized void hide(String secret) {
        if (secret.length() < SHORTEST) {
            return;
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> forms = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        forms.addAll(hidden);
        forms.add(secret);
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
        forms.add(Base64.getEncoder().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        hidden = List.copyOf(new ArrayList<>(forms));
    }

    @Override
    public String apply(String text) {
        String shown = text;
        for (String secret : hidden) {
            shown = shown.replace(secret, "***");
        }
        return shown;
    }
}
