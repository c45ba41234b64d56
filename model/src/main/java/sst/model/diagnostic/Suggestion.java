package sst.model.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** The nearest known name, if it is near enough to be worth saying. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        String wanted = written.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, (wanted.length() + 2) / 3);
        return known.stream()
                .filter(name -> !name.equals(written))
                .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT)) <= limit)
                .min(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))));
    }

    /** {@code did you mean 'x'?}, or the known names when none is near and they are few. */
    public static String hint(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> "did you mean '" + name + "'?")
                .orElseGet(() -> known.isEmpty() || known.size() > 12 ? "" : "known here: " + String.join(", ", known));
    }

    /** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours each cost one. */
    static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= right.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            for (int j = 1; j <= right.length(); j++) {
                cost[i][j] = cell(cost, left, right, new int[] {i, j});
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cell(int[][] cost, String left, String right, int[] at) {
        int i = at[0];
        int j = at[1];
        int replace = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + replace);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
